package io.qudao.testing;

import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The endpoints of one library or program, as Spring MVC has mapped them. */
public final class Endpoints {
    private Endpoints() {}

    /**
     * Handlers by endpoint, such as {@code GET /api/v1/orders/{id}}; one that takes certain types of content only has them
     * behind, such as {@code POST /api/v1/imports multipart/form-data}.
     *
     * @param one any class of the library; handlers of others, and of tests, are left out
     */
    public static Map<String, HandlerMethod> of(ApplicationContext context, Class<?> one) {
        var endpoints = new TreeMap<String, HandlerMethod>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (source(handler.getBeanType()).equals(source(one))) {
                        mapping.getPatternValues()
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method ->
                                                endpoints.put(method + " " + path + content(mapping), handler)));
                    }
                });
        return endpoints;
    }

    private static String content(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(type -> " " + type)
                .collect(Collectors.joining());
    }

    private static URL source(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
