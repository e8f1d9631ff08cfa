package io.qudao.metadata.internal.document;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.ContentReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The canonical text of a document, with sorted names and no white space, and hashes of texts. */
public final class CanonicalJson {
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final int LONGEST = 256 * 1024;
    private static final TokenStreamLocation START = new TokenStreamLocation(ContentReference.unknown(), 0, 1, 1);
    private static final int DEEPEST = 20;

    private CanonicalJson() {}

    /** Parses the object in a text from outside; raises a problem if there is none or it is too large. */
    public static ObjectNode read(String json) {
        if (json.length() > LONGEST) {
            throw new ProblemException(CommonProblem.TOO_LARGE, LONGEST);
        }
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                requireFlat(object);
                return object;
            }
        } catch (JacksonException malformed) {
            // No valid document is nested this deeply.
            var place = Objects.requireNonNullElse(malformed.getLocation(), START);
            throw new ProblemException(
                    CommonProblem.MALFORMED,
                    List.of(Violation.of("", "malformed_json", place.getLineNr(), place.getColumnNr())),
                    malformed);
        }
        throw new ProblemException(CommonProblem.MALFORMED, List.of(Violation.of("", "metadata.wrong_type", "object")));
    }

    /** Components need few levels; deeper nesting would only cost everything that traverses them. */
    private static void requireFlat(ObjectNode object) {
        if (depth(object) > DEEPEST) {
            throw new ProblemException(
                    CommonProblem.MALFORMED, List.of(Violation.of("", "metadata.too_deep", DEEPEST)));
        }
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node.values()) {
            deepest = Math.max(deepest, depth(child));
        }
        return node.isContainer() ? deepest + 1 : 0;
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Merges as in RFC 7396: the patch's attributes replace the target's, null removes one. */
    public static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        var merged = target.deepCopy();
        patch.forEachEntry((name, value) -> {
            if (value.isNull()) {
                merged.remove(name);
            } else if (value instanceof ObjectNode inner) {
                var outer = merged.get(name) instanceof ObjectNode object ? object : empty();
                merged.set(name, merge(outer, inner));
            } else {
                merged.set(name, value);
            }
        });
        return merged;
    }

    public static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
