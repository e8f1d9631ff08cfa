package io.qudao.tenancy.internal;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Transactional;

/** Wraps the transactions that annotations open and repeats them as {@link TransactionRetries} defines. */
final class RepeatAdvisor extends StaticMethodMatcherPointcutAdvisor {
    private static final long serialVersionUID = 1;

    RepeatAdvisor() {
        setAdvice((MethodInterceptor) RepeatAdvisor::repeat);
        setOrder(1);
        setClassFilter(type -> type.getName().startsWith("io.qudao."));
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(method, Transactional.class)
                || AnnotatedElementUtils.hasAnnotation(type, Transactional.class);
    }

    private static @Nullable Object repeat(MethodInvocation call) throws Throwable {
        return TransactionRetries.<@Nullable Object, Throwable>of(
                () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
    }
}
