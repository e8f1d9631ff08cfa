package io.qudao.openapi.internal;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.kernel.Permits;
import jakarta.servlet.ServletResponse;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.node.ObjectNode;

/** Describes the operation of a Spring MVC handler, its input and output, from its annotations and types. */
final class HandlerOperation {
    private static final String ANYTHING = "*/*";

    private final ObjectNode node;
    private final HandlerMethod handler;
    private final Set<MediaType> consumes;
    private final Set<MediaType> produces;
    private final TypeSchemas schemas;

    /**
     * @param node node of the operation, either empty or already filled by another handler with other content types at
     *     the same path
     */
    HandlerOperation(ObjectNode node, HandlerMethod handler, RequestMappingInfo mapping, TypeSchemas schemas) {
        this.node = node;
        this.handler = handler;
        this.consumes = mapping.getConsumesCondition().getConsumableMediaTypes();
        this.produces = mapping.getProducesCondition().getProducibleMediaTypes();
        this.schemas = schemas;
    }

    void write() {
        for (Parameter parameter : handler.getMethod().getParameters()) {
            write(parameter);
        }
        writeAnswer();
        node.withObject("responses").putObject("default").put("$ref", "#/components/responses/problem");
        var permits = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Permits.class);
        if (permits != null) {
            node.put("description", "For members with " + String.join(" or ", permits.value()) + ".");
        }
    }

    private void write(Parameter parameter) {
        var path = parameter.getAnnotation(PathVariable.class);
        var query = parameter.getAnnotation(RequestParam.class);
        var header = parameter.getAnnotation(RequestHeader.class);
        if (path != null) {
            write(named(path.name(), path.value(), parameter), "path", true, schema(parameter), "");
        } else if (MultipartFile.class.isAssignableFrom(parameter.getType())) {
            writeFile(query == null ? parameter.getName() : named(query.name(), query.value(), parameter));
        } else if (query != null) {
            String usual = query.defaultValue();
            boolean required = query.required() && usual.equals(ValueConstants.DEFAULT_NONE);
            write(named(query.name(), query.value(), parameter), "query", required, schema(parameter), usual);
        } else if (header != null) {
            write(named(header.name(), header.value(), parameter), "header", header.required(), schema(parameter), "");
        } else if (parameter.isAnnotationPresent(RequestBody.class)) {
            boolean required = parameter.getAnnotation(RequestBody.class).required();
            writeBody(required, MediaType.APPLICATION_JSON_VALUE, body(parameter));
        } else if (InputStream.class.isAssignableFrom(parameter.getType())) {
            writeStream();
        } else if (parameter.getType().isRecord()) {
            for (RecordComponent part : parameter.getType().getRecordComponents()) {
                write(part.getName(), "query", false, schemas.of(schemas.type(part.getGenericType())), "");
            }
        }
    }

    private static String named(String name, String value, Parameter parameter) {
        if (!name.isEmpty()) {
            return name;
        }
        return value.isEmpty() ? parameter.getName() : value;
    }

    private ObjectNode schema(Parameter parameter) {
        return schemas.of(schemas.type(parameter.getParameterizedType()));
    }

    /** A text parameter is JSON that the handler parses itself. */
    private ObjectNode body(Parameter parameter) {
        return parameter.getType() == String.class ? schemas.any() : schema(parameter);
    }

    private void write(String name, String in, boolean required, ObjectNode schema, String usual) {
        var parameters = node.withArray("parameters");
        boolean known = parameters
                .valueStream()
                .anyMatch(one -> one.path("name").asString().equals(name)
                        && one.path("in").asString().equals(in));
        if (known) {
            return;
        }
        if (!usual.isEmpty() && !usual.equals(ValueConstants.DEFAULT_NONE)) {
            writeUsual(schema, usual);
        }
        var parameter = parameters.addObject().put("name", name).put("in", in).put("required", required);
        if (name.equals(IdempotencyKeys.HEADER)) {
            parameter.put("description", Operation.KEY);
        }
        parameter.set("schema", schema);
    }

    private static void writeUsual(ObjectNode schema, String usual) {
        switch (schema.path("type").asString("")) {
            case "integer" -> schema.put("default", Long.parseLong(usual));
            case "boolean" -> schema.put("default", Boolean.parseBoolean(usual));
            default -> schema.put("default", usual);
        }
    }

    private void writeBody(boolean required, String type, ObjectNode schema) {
        var body = node.withObject("requestBody").put("required", required);
        body.withObject("content").putObject(type).set("schema", schema);
    }

    private void writeFile(String name) {
        var form = schemas.any().put("type", "object");
        form.putArray("required").add(name);
        form.putObject("properties").putObject(name).put("type", "string").put("format", "binary");
        writeBody(true, MediaType.MULTIPART_FORM_DATA_VALUE, form);
    }

    private void writeStream() {
        if (consumes.isEmpty()) {
            writeBody(true, ANYTHING, schemas.any());
        }
        consumes.forEach(type -> writeBody(true, type.toString(), schemas.any()));
    }

    private void writeAnswer() {
        var type = schemas.type(handler.getMethod().getGenericReturnType());
        boolean entity = type.hasRawClass(ResponseEntity.class);
        var content = entity ? type.containedType(0) : type;
        var answer =
                node.withObject("responses").withObjectProperty(status(entity)).put("description", "Done");
        if (entity) {
            for (String header : new String[] {"ETag", "Location"}) {
                answer.withObject("headers")
                        .putObject(header)
                        .put("description", "Where there is one")
                        .putObject("schema")
                        .put("type", "string");
            }
        }
        writeContent(answer, content);
    }

    /** A handler that returns an entity chooses the status itself. */
    private String status(boolean entity) {
        ResponseStatus status = handler.getMethodAnnotation(ResponseStatus.class);
        if (status != null) {
            return Integer.toString(status.code().value());
        }
        return entity && !handler.getMethod().getName().startsWith("get") ? "2XX" : "200";
    }

    private void writeContent(ObjectNode answer, JavaType content) {
        if (content.hasRawClass(byte[].class) || content.hasRawClass(String.class) || writesItself()) {
            writeContent(answer, ANYTHING, schemas.any());
        } else if (!content.hasRawClass(void.class) && !content.hasRawClass(Void.class)) {
            if (produces.isEmpty()) {
                writeContent(answer, MediaType.APPLICATION_JSON_VALUE, schemas.of(content));
            }
            produces.forEach(type -> writeContent(answer, type.toString(), schemas.of(content)));
        }
    }

    private static void writeContent(ObjectNode answer, String type, ObjectNode schema) {
        answer.withObjectProperty("content").putObject(type).set("schema", schema);
    }

    private boolean writesItself() {
        for (Class<?> type : handler.getMethod().getParameterTypes()) {
            if (ServletResponse.class.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }
}
