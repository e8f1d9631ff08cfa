package io.qudao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/** Bad input of every kind at every endpoint that the API describes: each is refused by a problem that names the field. */
public final class BadInputCases {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static final String NOBODY = new UUID(0, 1).toString();

    private final ApiClient api;
    private final List<DynamicTest> tests = new ArrayList<>();

    private BadInputCases(ApiClient api) {
        this.api = api;
    }

    /** @param api somebody who may do everything */
    public static Stream<DynamicTest> of(ApiClient api) {
        var cases = new BadInputCases(api);
        api.get("/api/v1/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> cases.add(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path(method))));
        return cases.tests.stream();
    }

    private void add(String method, String path, JsonNode operation) {
        var parameters = operation.path("parameters").valueStream().toList();
        parameters.stream()
                .filter(one -> one.path("in").asString().equals("query"))
                .forEach(bad -> addParameter(method, path, parameters, bad));
        var schema = operation.at("/requestBody/content/application~1json/schema");
        if (schema.isObject() && !schema.isEmpty()) {
            boolean required = operation.at("/requestBody/required").asBoolean();
            addBody(method, at(path, parameters, ""), required);
        }
    }

    private void addParameter(String method, String path, List<JsonNode> parameters, JsonNode bad) {
        String name = bad.path("name").asString();
        boolean typed = !bad.at("/schema/type").asString("").equals("string")
                || bad.path("schema").has("format");
        if (typed || name.equals("cursor")) {
            String value = name.equals("cursor") ? "%21%21" : "x-y";
            refuseParameter(method, at(path, parameters, name), name, value);
        }
        if (name.equals("limit")) {
            for (String value : List.of("0", "-1", "100000")) {
                refuseParameter(method, at(path, parameters, name), name, value);
            }
        }
    }

    private void refuseParameter(String method, String path, String name, String value) {
        String call = path + name + "=" + value;
        refuse(method + " " + call, name, () -> api.send(method, call, ""));
    }

    private void addBody(String method, String path, boolean required) {
        String what = method + " " + path;
        var versioned = api.with("If-Match", "\"1\"")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        refuse(what + " with broken JSON", "", () -> versioned.send(method, path, "{\"a\": 1,"));
        refuse(what + " with a list", "", () -> versioned.send(method, path, "[1]"));
        refuse(
                what + " with an unknown field",
                "no_such_field",
                () -> versioned.send(method, path, "{\"no_such_field\":1}"));
        tests.add(DynamicTest.dynamicTest(what + " with a text", () -> {
            var answer = versioned.with("Content-Type", "text/plain").send(method, path, "{}");
            assertProblem(answer);
            assertThat(answer.status()).isEqualTo(415);
        }));
        if (required) {
            refuse(
                    what + " with nothing",
                    "",
                    () -> versioned.with("Content-Type", "application/json").send(method, path, ""));
        }
    }

    private void refuse(String what, String field, Supplier<Answer> call) {
        tests.add(DynamicTest.dynamicTest(what, () -> {
            var answer = call.get();
            assertProblem(answer);
            assertNamed(what, answer, field);
        }));
    }

    /** If the call also names something that does not exist, that may be reported first. */
    private static void assertNamed(String what, Answer answer, String field) {
        if (answer.status() == 404 && what.contains(NOBODY)) {
            return;
        }
        assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(400);
        assertThat(answer.violations())
                .as(what)
                .anySatisfy(violation -> assertThat(violation).startsWith(field + ":"));
        assertThat(answer.json().path("violations").valueStream())
                .allSatisfy(violation -> assertThat(violation.path("message").asString())
                        .isNotBlank()
                        .doesNotStartWith("violation."));
    }

    private static void assertProblem(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.body()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isNotBlank();
        assertThat(answer.json().path("detail").asString()).isNotBlank().doesNotStartWith("problem.");
        assertThat(answer.json().path("reference").asString()).isNotBlank();
    }

    /** The path with values in place of its variables and required parameters but one. */
    private static String at(String path, List<JsonNode> parameters, String without) {
        String filled = path;
        for (JsonNode parameter : parameters) {
            if (parameter.path("in").asString().equals("path")) {
                filled = filled.replace("{" + parameter.path("name").asString() + "}", some(parameter));
            }
        }
        filled = filled.replace("{id}", NOBODY);
        return filled
                + parameters.stream()
                        .filter(one -> one.path("in").asString().equals("query")
                                && one.path("required").asBoolean()
                                && !one.path("name").asString().equals(without))
                        .map(one -> one.path("name").asString() + "=" + some(one) + "&")
                        .collect(Collectors.joining("", "?", ""));
    }

    private static String some(JsonNode parameter) {
        var schema = parameter.path("schema");
        if (schema.path("format").asString("").equals("uuid")) {
            return NOBODY;
        }
        return schema.path("type").asString("").equals("integer") ? "1" : "x";
    }
}
