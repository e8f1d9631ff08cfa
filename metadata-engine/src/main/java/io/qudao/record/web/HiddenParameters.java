package io.qudao.record.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.record.HiddenFields;
import io.qudao.record.StandsFor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses to select or to count by fields that are hidden from the caller. */
@Component
final class HiddenParameters implements WebMvcConfigurer, HandlerInterceptor {
    private final ObjectProvider<HiddenFields> hidden;
    private final Map<Method, Map<String, String[]>> parameters = new ConcurrentHashMap<>();

    HiddenParameters(ObjectProvider<HiddenFields> hidden) {
        this.hidden = hidden;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            refuseAnswer(method.getMethod());
            refuseParameters(request, method.getMethod());
        }
        return true;
    }

    private void refuseAnswer(Method handler) {
        var stands = AnnotatedElementUtils.findMergedAnnotation(handler, StandsFor.class);
        if (stands != null && hidden.getObject().hides(stands.value())) {
            throw new ProblemException(CommonProblem.FORBIDDEN, String.join(", ", stands.value()));
        }
    }

    private void refuseParameters(HttpServletRequest request, Method handler) {
        var refused = parameters.computeIfAbsent(handler, HiddenParameters::standing).entrySet().stream()
                .filter(parameter -> request.getParameter(parameter.getKey()) != null
                        && hidden.getObject().hides(parameter.getValue()))
                .map(parameter -> Violation.of(parameter.getKey(), "unknown_field", parameter.getKey()))
                .toList();
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, refused);
    }

    /** Returns the parameters that stand for fields, those gathered in a record too. */
    private static Map<String, String[]> standing(Method handler) {
        var standing = new LinkedHashMap<String, String[]>();
        for (var parameter : handler.getParameters()) {
            add(standing, parameter.getName(), parameter);
            if (parameter.getType().isRecord()) {
                Arrays.stream(parameter.getType().getRecordComponents())
                        .forEach(part -> add(standing, part.getName(), part));
            }
        }
        return standing;
    }

    private static void add(Map<String, String[]> standing, String name, AnnotatedElement part) {
        var stands = part.getAnnotation(StandsFor.class);
        if (stands != null) {
            standing.put(name, stands.value());
        }
    }
}
