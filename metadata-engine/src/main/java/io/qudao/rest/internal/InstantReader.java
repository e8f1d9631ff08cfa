package io.qudao.rest.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads instants in JSON: ISO texts with their offset, at the precision of columns. A number is refused because its
 * unit would be unclear.
 */
final class InstantReader extends StdDeserializer<Instant> {
    private static final int LONGEST = 64;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        var text = json.getString();
        try {
            if (text.length() <= LONGEST) {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException malformed) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "no instant");
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text.substring(0, LONGEST), "no instant");
    }
}
