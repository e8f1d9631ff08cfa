package io.qudao.deploy.client;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the system. */
public record Answer(int status, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** Returns the response if it is a success; otherwise throws an error with the problem's text. */
    public Answer orFail(String what) {
        if (!ok()) {
            throw new RefusedException(what, this);
        }
        return this;
    }

    /** Returns the code of a problem, or the status if there is none. */
    public String code() {
        try {
            return json().path("code").asString(String.valueOf(status));
        } catch (tools.jackson.core.JacksonException notJson) {
            return String.valueOf(status);
        }
    }

    /** Returns the codes of a problem's violations; empty if there is no problem. */
    public List<String> violations() {
        try {
            return json().path("violations")
                    .valueStream()
                    .map(violation -> violation.path("code").asString(""))
                    .toList();
        } catch (tools.jackson.core.JacksonException notJson) {
            return List.of();
        }
    }
}
