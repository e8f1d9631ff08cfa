package io.qudao.control.testing;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    public String text(String field) {
        return json().get(field).asString();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** {@code field: code} of each violation. */
    public List<String> violations() {
        return json().get("violations")
                .valueStream()
                .map(broken -> broken.get("field").asString() + ": "
                        + broken.get("code").asString())
                .toList();
    }
}
