package io.qudao.openapi.internal;

import io.qudao.openapi.OpenApiContribution;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What modules add, read and checked once. */
@Component
class Contributions {
    private final List<JsonNode> pieces;
    private final String fingerprint;

    Contributions(List<OpenApiContribution> contributions, JsonMapper json) {
        this.pieces = contributions.stream()
                .map(OpenApiContribution::json)
                .sorted()
                .map(json::readTree)
                .toList();
        this.fingerprint = Integer.toHexString(pieces.toString().hashCode());
        addTo(json.createObjectNode());
    }

    String fingerprint() {
        return fingerprint;
    }

    /** Adds paths, schemas and tags; a name that is there already is a mistake of a module. */
    void addTo(ObjectNode document) {
        for (JsonNode piece : pieces) {
            merge(document.withObjectProperty("paths"), piece.path("paths"));
            merge(
                    document.withObjectProperty("components").withObjectProperty("schemas"),
                    piece.path("components").path("schemas"));
            piece.path("tags").forEach(document.withArrayProperty("tags")::add);
        }
    }

    private static void merge(ObjectNode all, JsonNode some) {
        some.properties().forEach(part -> {
            if (all.has(part.getKey())) {
                throw new IllegalStateException("Two modules describe " + part.getKey());
            }
            all.set(part.getKey(), part.getValue());
        });
    }
}
