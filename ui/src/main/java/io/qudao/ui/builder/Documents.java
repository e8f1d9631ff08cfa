package io.qudao.ui.builder;

import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes components as JSON. */
final class Documents {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Documents() {}

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static ObjectNode tree(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Sets an attribute to a value in its JSON form. */
    static void put(ObjectNode document, String attribute, Object value) {
        document.set(attribute, JSON.valueToTree(value));
    }

    static Component component(ComponentKey key, ObjectNode document) {
        return new Component(key.kind(), key.name(), JSON.writeValueAsString(document));
    }
}
