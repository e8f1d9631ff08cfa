package io.qudao.record.web;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Metadata;
import io.qudao.record.RecordProblem;
import io.qudao.tenancy.TenantScope;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Repeats a refused request as a whole under a newer release. A client that publishes at one node and uses the new
 * object, field, option or permission set at another may be ahead of what that node knows.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class NewerReleaseAdvisor extends StaticMethodMatcherPointcutAdvisor {
    private static final long serialVersionUID = 1;

    private static final Set<String> UNKNOWN = Set.of(
            "unknown_field",
            Reason.UNKNOWN_FIELD.code(),
            Reason.MISSPELT_FIELD.code(),
            "not_one_of",
            "unknown_permission_set");

    NewerReleaseAdvisor(ObjectProvider<Metadata> metadata) {
        setAdvice((MethodInterceptor) call -> answer(call, metadata));
        setOrder(-1);
        setClassFilter(type -> type.getName().startsWith("io.qudao."));
    }

    /** A handler that reads its body itself cannot read it a second time. */
    @Override
    public boolean matches(Method method, Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
                && Arrays.stream(method.getParameterTypes()).noneMatch(InputStream.class::isAssignableFrom);
    }

    private static @Nullable Object answer(MethodInvocation call, ObjectProvider<Metadata> metadata) throws Throwable {
        try {
            return once(call);
        } catch (ProblemException refused) {
            var newer = namesUnknown(refused) ? metadata.getObject().newer() : null;
            if (newer == null || newer.isEmpty()) {
                throw refused;
            }
            return metadata.getObject().<@Nullable Object, Throwable>within(newer.get(), () -> once(call));
        }
    }

    private static @Nullable Object once(MethodInvocation call) throws Throwable {
        return ((ProxyMethodInvocation) call).invocableClone().proceed();
    }

    private static boolean namesUnknown(ProblemException refused) {
        return TenantScope.current().isPresent()
                && (refused.problem() == RecordProblem.UNKNOWN_OBJECT
                        || refused.violations().stream().map(Violation::code).anyMatch(UNKNOWN::contains));
    }
}
