package io.qudao.tenancy.internal;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.HomeOffice;
import io.qudao.tenancy.TenantScope;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Checks before a facade method or a handler runs whether the caller may use it: {@link Permits}, {@link AnyMember},
 * {@link HeadOffice}.
 */
final class AccessAdvisor extends StaticMethodMatcherPointcutAdvisor {
    private static final long serialVersionUID = 1;

    /** The requirements of each method, cached because looking up annotations is slow. */
    private final transient Map<Method, Terms> terms = new ConcurrentHashMap<>();

    private final transient ObjectProvider<HomeOffice> office;

    AccessAdvisor(ObjectProvider<HomeOffice> office) {
        this.office = office;
        setAdvice((MethodInterceptor) this::check);
        setOrder(0);
        setClassFilter(type -> type.getName().startsWith("io.qudao."));
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return find(method, type, Permits.class) != null || find(method, type, AnyMember.class) != null;
    }

    private @Nullable Object check(MethodInvocation call) throws Throwable {
        var caller = TenantScope.current().orElseThrow(() -> new ProblemException(CommonProblem.UNAUTHENTICATED));
        var asked = terms.computeIfAbsent(call.getMethod(), AccessAdvisor::terms);
        requireOneOf(asked.permissions(), caller);
        if (asked.headOffice()) {
            office.ifAvailable(known -> known.require(caller));
        }
        return call.proceed();
    }

    private static Terms terms(Method method) {
        return new Terms(
                permitted(method), AnnotatedElementUtils.findMergedAnnotation(method, HeadOffice.class) != null);
    }

    /** @param permissions permissions of which the caller needs one; empty if any member may call it */
    private record Terms(List<String> permissions, boolean headOffice) {}

    private static List<String> permitted(Method method) {
        var permits = find(method, method.getDeclaringClass(), Permits.class);
        if (permits != null && permits.value().length == 0) {
            throw new IllegalStateException(method + " permits nobody");
        }
        return permits == null ? List.of() : List.of(permits.value());
    }

    private static void requireOneOf(List<String> permissions, Caller caller) {
        if (!permissions.isEmpty() && permissions.stream().noneMatch(caller::may)) {
            throw new ProblemException(CommonProblem.FORBIDDEN, String.join(", ", permissions));
        }
    }

    private static <A extends java.lang.annotation.Annotation> @Nullable A find(
            Method method, Class<?> type, Class<A> annotation) {
        A found = AnnotatedElementUtils.findMergedAnnotation(method, annotation);
        return found != null ? found : AnnotatedElementUtils.findMergedAnnotation(type, annotation);
    }
}
