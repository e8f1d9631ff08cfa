package io.qudao.tenancy.internal;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.tenancy.TenantScope;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Asks, before a facade method or a handler runs, whether the caller may: {@link Permits} and {@link AnyMember}. */
final class AccessAdvisor extends StaticMethodMatcherPointcutAdvisor {
    private static final long serialVersionUID = 1;

    AccessAdvisor() {
        setAdvice((MethodInterceptor) AccessAdvisor::check);
        setOrder(0);
        setClassFilter(type -> type.getName().startsWith("io.qudao."));
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return find(method, type, Permits.class) != null || find(method, type, AnyMember.class) != null;
    }

    private static @Nullable Object check(MethodInvocation call) throws Throwable {
        var permits = find(call.getMethod(), call.getMethod().getDeclaringClass(), Permits.class);
        var caller = TenantScope.current().orElseThrow(() -> new ProblemException(Problems.UNAUTHENTICATED));
        if (permits != null) {
            requireOneOf(permits, caller);
        }
        return call.proceed();
    }

    private static void requireOneOf(Permits permits, io.qudao.tenancy.Caller caller) {
        for (String permission : permits.value()) {
            if (caller.may(permission)) {
                return;
            }
        }
        throw new ProblemException(Problems.FORBIDDEN, String.join(", ", permits.value()));
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A find(
            Method method, Class<?> type, Class<A> annotation) {
        A found = AnnotatedElementUtils.findMergedAnnotation(method, annotation);
        return found != null ? found : AnnotatedElementUtils.findMergedAnnotation(type, annotation);
    }
}
