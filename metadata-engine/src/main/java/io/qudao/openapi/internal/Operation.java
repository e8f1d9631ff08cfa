package io.qudao.openapi.internal;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.record.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An operation of a document being built. Every operation may return a problem. */
final class Operation {
    /** What the header for keys is for. */
    static final String KEY = "Key of the request: who repeats it under its key gets what the first one wrote";

    private static final String JSON = "application/json";

    private final ObjectNode node;

    private Operation(ObjectNode node) {
        this.node = node;
    }

    static Operation under(ObjectNode path, String method, String id, String tag) {
        var node = path.putObject(method);
        node.put("operationId", id).putArray("tags").add(tag);
        node.putObject("responses").putObject("default").put("$ref", "#/components/responses/problem");
        return new Operation(node);
    }

    static String schema(String name) {
        return "#/components/schemas/" + name;
    }

    Operation summary(String text) {
        node.put("summary", text);
        return this;
    }

    Operation body(String schema) {
        var body = node.putObject("requestBody").put("required", true);
        body.putObject("content").putObject(JSON).putObject("schema").put("$ref", schema(schema));
        return this;
    }

    /** @param schema schema of the body, or null if there is none */
    Operation answer(String status, String description, @Nullable String schema) {
        var answer = node.withObjectProperty("responses").putObject(status).put("description", description);
        if (schema != null) {
            answer.putObject("content").putObject(JSON).putObject("schema").put("$ref", schema(schema));
        }
        return this;
    }

    Operation header(String status, String header, String description) {
        var answer = node.withObjectProperty("responses").withObjectProperty(status);
        answer.withObjectProperty("headers")
                .putObject(header)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
        return this;
    }

    Operation ifMatch() {
        return parameter("If-Match", "header", true, "ETag of the record as it was read", "string");
    }

    /** Which fields to read. */
    Operation fieldsParameter() {
        return parameter(
                "fields",
                "query",
                false,
                "Fields wanted, separated by commas, those behind up to three look-ups by paths such as a.b; all own ones"
                        + " unless given",
                "string");
    }

    Operation idempotencyKey() {
        return parameter(IdempotencyKeys.HEADER, "header", false, KEY, "string");
    }

    Operation listParameters() {
        parameter("filter", "query", false, "Expression that is true of the records wanted", "string");
        parameter(
                "sort",
                "query",
                false,
                "Fields or paths in order, separated by commas; a minus before one reverses it",
                "string");
        fieldsParameter();
        parameter("limit", "query", false, "Records of a page, at most " + Query.MOST, "integer");
        parameter("cursor", "query", false, "Next of the page before", "string");
        parameter("count", "query", false, "How to count the whole list: none, estimate or exact", "string");
        parameter("labels", "query", false, "Whether to name the records that look-ups refer to", "boolean");
        return parameter("deleted", "query", false, "The recycle bin instead of the living records", "boolean");
    }

    private Operation parameter(String name, String in, boolean required, String description, String type) {
        node.withArrayProperty("parameters")
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", required)
                .put("description", description)
                .putObject("schema")
                .put("type", type);
        return this;
    }
}
