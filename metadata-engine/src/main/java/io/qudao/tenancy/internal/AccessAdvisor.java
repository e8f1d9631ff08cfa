package io.qudao.tenancy.internal;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Asks, before a facade method or a handler runs, whether the caller may: {@link Permits} and {@link AnyMember}. */
final class AccessAdvisor extends StaticMethodMatcherPointcutAdvisor {
    private static final long serialVersionUID = 1;

    /** What each method permits, nothing where it is for any member: to look for an annotation takes a while. */
    private final transient Map<Method, List<String>> permitted = new ConcurrentHashMap<>();

    AccessAdvisor() {
        setAdvice((MethodInterceptor) this::check);
        setOrder(0);
        setClassFilter(type -> type.getName().startsWith("io.qudao."));
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return find(method, type, Permits.class) != null || find(method, type, AnyMember.class) != null;
    }

    private @Nullable Object check(MethodInvocation call) throws Throwable {
        var caller = TenantScope.current().orElseThrow(() -> new ProblemException(Problems.UNAUTHENTICATED));
        requireOneOf(permitted.computeIfAbsent(call.getMethod(), AccessAdvisor::permitted), caller);
        return call.proceed();
    }

    private static List<String> permitted(Method method) {
        var permits = find(method, method.getDeclaringClass(), Permits.class);
        if (permits != null && permits.value().length == 0) {
            throw new IllegalStateException(method + " permits nobody");
        }
        return permits == null ? List.of() : List.of(permits.value());
    }

    private static void requireOneOf(List<String> permissions, Caller caller) {
        if (!permissions.isEmpty() && permissions.stream().noneMatch(caller::may)) {
            throw new ProblemException(Problems.FORBIDDEN, String.join(", ", permissions));
        }
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A find(
            Method method, Class<?> type, Class<A> annotation) {
        A found = AnnotatedElementUtils.findMergedAnnotation(method, annotation);
        return found != null ? found : AnnotatedElementUtils.findMergedAnnotation(type, annotation);
    }
}
