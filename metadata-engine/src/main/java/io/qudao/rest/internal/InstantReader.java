package io.qudao.rest.internal;

import io.qudao.kernel.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
            var instant = text.length() <= LONGEST
                    ? Value.DateTime.inRange(OffsetDateTime.parse(text).toInstant())
                    : Optional.<Instant>empty();
            if (instant.isPresent()) {
                return instant.get().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException malformed) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "no instant");
        }
        var shown = text.substring(0, Math.min(text.length(), LONGEST));
        return (Instant) context.handleWeirdStringValue(Instant.class, shown, "no instant");
    }
}
