package io.qudao.openapi.internal;

import io.qudao.record.Query;
import tools.jackson.databind.node.ObjectNode;

/** The common part of every tenant's description: contact, sign-in, problems, and the schemas shared by all lists. */
final class Frame {
    private Frame() {}

    static void write(ObjectNode document, String tenant) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", tenant)
                .put("version", "1")
                .put("description", "Records of every object, and the commands of the business.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("sign_in").add("api");
        document.putArray("tags");
        document.putObject("paths");
        var components = document.putObject("components");
        signIn(components.putObject("securitySchemes").putObject("sign_in"));
        problem(components);
        var schemas = components.withObjectProperty("schemas");
        listRequest(schemas.putObject("list_request"));
        schemas.putObject("ids").put("type", "object").putObject("properties").set("ids", ids(document));
    }

    private static void signIn(ObjectNode scheme) {
        scheme.put("type", "oauth2")
                .put("description", "The tenant's own OpenID provider; tokens go into Authorization.");
        var flows = scheme.putObject("flows");
        flow(flows.putObject("clientCredentials"));
        flow(flows.putObject("authorizationCode").put("authorizationUrl", "/oauth2/authorize"));
    }

    private static void flow(ObjectNode flow) {
        flow.put("tokenUrl", "/oauth2/token").putObject("scopes").put("api", "What the member may do");
    }

    private static ObjectNode ids(ObjectNode document) {
        var ids = document.objectNode().put("type", "array");
        ids.set("items", FieldSchemas.id());
        return ids;
    }

    private static void problem(ObjectNode components) {
        var response = components.putObject("responses").putObject("problem").put("description", "A problem");
        response.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", Operation.schema("problem"));
        var schema = components.putObject("schemas").putObject("problem").put("type", "object");
        schema.put("description", "RFC 9457");
        var properties = schema.putObject("properties");
        properties.putObject("status").put("type", "integer");
        for (String text : new String[] {"type", "title", "detail", "code", "reference"}) {
            properties.putObject(text).put("type", "string");
        }
        var violation = properties
                .putObject("violations")
                .put("type", "array")
                .put("description", "Everything that is wrong with the input")
                .putObject("items")
                .put("type", "object")
                .putObject("properties");
        for (String text : new String[] {"field", "code", "message"}) {
            violation.putObject(text).put("type", "string");
        }
        violation.putObject("row").put("type", "integer").put("description", "Place in a batch, counted from 1");
    }

    private static void listRequest(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        properties.putObject("filter").put("type", "string");
        for (String list : new String[] {"sort", "fields"}) {
            properties.putObject(list).put("type", "array").putObject("items").put("type", "string");
        }
        properties.putObject("limit").put("type", "integer").put("minimum", 1).put("maximum", Query.MOST);
        properties.putObject("cursor").put("type", "string");
        properties
                .putObject("count")
                .put("type", "string")
                .putArray("enum")
                .add("none")
                .add("estimate")
                .add("exact");
        properties.putObject("labels").put("type", "boolean");
        properties.putObject("deleted").put("type", "boolean");
    }
}
