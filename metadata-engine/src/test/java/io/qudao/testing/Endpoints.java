package io.qudao.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The endpoints of libraries or programs, as Spring MVC has mapped them. */
public final class Endpoints {
    private Endpoints() {}

    /**
     * Handlers by endpoint, such as {@code GET /api/v1/orders/{id}}; one that takes certain types of content only has them
     * behind, such as {@code POST /api/v1/imports multipart/form-data}.
     *
     * @param ones any class of each library; handlers of others, and of tests, are left out
     */
    public static Map<String, HandlerMethod> of(ApplicationContext context, Class<?>... ones) {
        var sources = Stream.of(ones).map(Endpoints::source).collect(Collectors.toSet());
        var endpoints = new TreeMap<String, HandlerMethod>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (sources.contains(source(handler.getBeanType()))) {
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

    /** As a text: two URLs compare by asking for their hosts. */
    private static String source(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }
}
