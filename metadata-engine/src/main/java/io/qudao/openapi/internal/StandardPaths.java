package io.qudao.openapi.internal;

import io.qudao.kernel.Permits;
import io.qudao.tenancy.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The endpoints that every tenant has, generated once from their handlers, so that the description cannot become
 * outdated.
 */
@Component
class StandardPaths {
    private static final String API = "/api/v1/";
    private static final String RECORDS = API + "records/";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern CAPITAL = Pattern.compile("(?=[A-Z])");

    private final TypeSchemas schemas;
    private final List<Described> operations = new ArrayList<>();
    private final String fingerprint;

    StandardPaths(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers, JsonMapper json) {
        this.schemas = new TypeSchemas(json);
        var nodes = new TreeMap<String, ObjectNode>();
        handlers.getHandlerMethods().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith(API) && !path.startsWith(RECORDS))
                        .forEach(path -> describe(path, entry.getKey(), entry.getValue(), nodes)));
        this.fingerprint = Integer.toHexString((operations.toString() + schemas.named()).hashCode());
    }

    /** Returns a value that changes with what {@link #addTo} adds for this caller. */
    String fingerprint(Caller caller) {
        var permitted = new TreeSet<String>();
        operations.stream().filter(one -> one.isFor(caller)).forEach(one -> permitted.add(one.method() + one.path()));
        return fingerprint + permitted;
    }

    /** Adds the endpoints that the caller may use. */
    void addTo(ObjectNode document, Caller caller) {
        var tags = new TreeSet<String>();
        operations.stream().filter(one -> one.isFor(caller)).forEach(one -> {
            tags.add(one.node().path("tags").path(0).asString());
            document.withObjectProperty("paths").withObjectProperty(one.path()).set(one.method(), one.node());
        });
        tags.forEach(tag -> document.withArrayProperty("tags").addObject().put("name", tag));
        var all = document.withObjectProperty("components").withObjectProperty("schemas");
        schemas.named().forEach(all::set);
    }

    private void describe(
            String path, RequestMappingInfo mapping, HandlerMethod handler, Map<String, ObjectNode> nodes) {
        mapping.getMethodsCondition().getMethods().forEach(method -> {
            String verb = method.name().toLowerCase(Locale.ROOT);
            var node = nodes.computeIfAbsent(verb + " " + path, first -> head(path, verb, handler));
            new HandlerOperation(node, handler, mapping, schemas).write();
            var permits = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Permits.class);
            operations.add(new Described(path, verb, node, permits == null ? List.of() : List.of(permits.value())));
        });
    }

    private ObjectNode head(String path, String verb, HandlerMethod handler) {
        var node = schemas.any();
        var id = new StringBuilder(verb);
        WORD.matcher(path.substring(API.length())).results().forEach(word -> id.append(capital(word.group())));
        node.put("operationId", id.toString());
        node.put(
                "summary",
                capital(String.join(" ", CAPITAL.split(handler.getMethod().getName()))));
        node.putArray("tags").add(handler.getBeanType().getPackageName().split("\\.", -1)[2]);
        return node;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** @param permits permissions of which one is needed; empty if any member may call it */
    private record Described(String path, String method, ObjectNode node, List<String> permits) {
        boolean isFor(Caller caller) {
            return permits.isEmpty() || permits.stream().anyMatch(caller::may);
        }
    }
}
