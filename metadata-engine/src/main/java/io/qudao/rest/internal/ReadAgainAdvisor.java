package io.qudao.rest.internal;

import io.qudao.rest.ReadOnly;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Repeats a read-only handler if the database becomes unavailable while it runs; reports the failure after a few
 * seconds.
 */
final class ReadAgainAdvisor extends StaticMethodMatcherPointcutAdvisor {
    private static final long serialVersionUID = 1;

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    ReadAgainAdvisor() {
        setAdvice((MethodInterceptor) ReadAgainAdvisor::read);
        setOrder(-1);
        setClassFilter(type -> type.getName().startsWith("io.qudao."));
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(method, GetMapping.class)
                || AnnotatedElementUtils.hasAnnotation(method, ReadOnly.class);
    }

    private static @Nullable Object read(MethodInvocation call) throws Throwable {
        long end = System.nanoTime() + WITHIN.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return ((ProxyMethodInvocation) call).invocableClone().proceed();
            } catch (RuntimeException failed) {
                boolean late = System.nanoTime() + pause.toNanos() > end;
                if (late || !DatabaseOutage.caused(failed) || hasAnswered(call)) {
                    throw failed;
                }
                Thread.sleep(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** A handler that writes the response itself may already have started. */
    private static boolean hasAnswered(MethodInvocation call) {
        return Arrays.stream(call.getArguments())
                .anyMatch(argument -> argument instanceof HttpServletResponse response && response.isCommitted());
    }
}
