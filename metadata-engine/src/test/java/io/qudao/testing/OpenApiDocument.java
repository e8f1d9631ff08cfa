package io.qudao.testing;

import io.openapiparser.OpenApiParser;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.JsonInstance;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.schema.SchemaVersion;
import io.openapiprocessor.jsonschema.validator.Validator;
import io.openapiprocessor.jsonschema.validator.ValidatorSettings;
import io.openapiprocessor.jsonschema.validator.steps.ValidationStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API's description of itself, held against the OpenAPI specification and against what the API does. */
public final class OpenApiDocument {
    private static final URI PLACE = URI.create("urn:qudao:api");

    private final String text;
    private final JsonNode json;

    public OpenApiDocument(ApiClient.Answer answer) {
        this.text = answer.body();
        this.json = answer.json();
    }

    public JsonNode json() {
        return json;
    }

    /** What breaks the schema of OpenAPI 3.1 that its authors publish. */
    public List<String> errors() {
        return errors(new Yaml().load(specification()), text);
    }

    /** Paths that can be read as they are: without variables and required parameters. */
    public List<String> readable() {
        var readable = new ArrayList<String>();
        json.path("paths").properties().forEach(path -> {
            var get = path.getValue().path("get");
            boolean plain = get.path("parameters")
                    .valueStream()
                    .noneMatch(one -> one.path("required").asBoolean());
            if (get.isObject() && plain && !path.getKey().contains("{")) {
                readable.add(path.getKey());
            }
        });
        return readable;
    }

    /** What of an answer to a GET is not as described. */
    public List<String> errors(String path, ApiClient.Answer answer) {
        var responses = json.path("paths").path(path).path("get").path("responses");
        String status = responses.has("200") ? "200" : "2XX";
        String pointer =
                "/paths/" + path.replace("/", "~1") + "/get/responses/" + status + "/content/application~1json/schema";
        if (!(json.at(pointer) instanceof ObjectNode described)) {
            return List.of();
        }
        var alone = described.deepCopy();
        alone.set("components", json.path("components"));
        return errors(new Yaml().load(alone.toString()), answer.body());
    }

    private static List<String> errors(Object schema, String instance) {
        var store = new SchemaStore(new DocumentLoader(new UriReader(), document -> new Yaml().load(document)));
        store.registerDraft202012();
        store.register(PLACE, schema);
        var settings = new ValidatorSettings();
        settings.setVersion(SchemaVersion.Draft202012);
        var checked = new Validator(settings)
                .validate(
                        store.getSchema(PLACE, SchemaVersion.Draft202012),
                        new JsonInstance(new Yaml().<Object>load(instance)));
        var errors = new ArrayList<String>();
        collect(checked, errors);
        return errors;
    }

    private static void collect(ValidationStep step, List<String> errors) {
        if (!step.isValid()) {
            if (step.getSteps().isEmpty()) {
                errors.add(step.getInstanceLocation() + " " + step.getKeywordLocation());
            }
            step.getSteps().forEach(inner -> collect(inner, errors));
        }
    }

    private static String specification() {
        try (var file = OpenApiParser.class.getResourceAsStream("/openapi/schemas/v3.1/schema.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
