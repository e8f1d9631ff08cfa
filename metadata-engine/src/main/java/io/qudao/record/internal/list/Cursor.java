package io.qudao.record.internal.list;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.record.RecordProblem;
import io.qudao.record.internal.row.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * The position where a page ended: the sort keys of its last row and its id. It grants nothing, so it is not signed; a
 * malformed cursor or one of another list is refused.
 *
 * @param list identifies the list it belongs to
 */
record Cursor(int list, List<@Nullable Object> keys, UUID id) {
    private static final int MOST = 4_000;

    /** @param keys as returned by {@link SortKey.Form#read} */
    static String text(int list, @Nullable String[] keys, UUID id) {
        byte[] json = Json.write(128, writer -> {
            writer.writeStartArray();
            writer.writeNumber(list);
            for (String key : keys) {
                if (key == null) {
                    writer.writeNull();
                } else {
                    writer.writeString(key);
                }
            }
            writer.writeString(id.toString());
            writer.writeEndArray();
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    static Cursor parse(String text, int list, List<SortKey> order) {
        try {
            if (text.length() > MOST) {
                throw new IllegalArgumentException("too long");
            }
            var parts = parts(Base64.getUrlDecoder().decode(text));
            if (parts.size() != order.size() + 2 || !Integer.toString(list).equals(parts.getFirst())) {
                throw new IllegalArgumentException("belongs to another list");
            }
            var keys = new ArrayList<@Nullable Object>();
            for (int index = 0; index < order.size(); index++) {
                String key = parts.get(index + 1);
                keys.add(key == null ? null : order.get(index).form().parse(key));
            }
            return new Cursor(list, keys, UUID.fromString(String.valueOf(parts.getLast())));
        } catch (IllegalArgumentException | java.time.DateTimeException | JacksonException notOurs) {
            throw new ProblemException(
                    RecordProblem.INVALID_QUERY, List.of(Violation.of("cursor", "malformed")), notOurs);
        }
    }

    private static List<@Nullable String> parts(byte[] json) {
        var parts = new ArrayList<@Nullable String>();
        try (var parser = Json.read(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("not a list");
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null || token.isStructStart()) {
                    throw new IllegalArgumentException("unexpected end");
                }
                parts.add(token == JsonToken.VALUE_NULL ? null : parser.getString());
            }
        }
        return parts;
    }
}
