package io.qudao.rest.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The names people use for a Java type in JSON or in a URL. */
final class TypeNames {
    private static final List<Class<?>> WHOLE =
            List.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class, BigInteger.class);

    private TypeNames() {}

    static String of(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "integer";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == Instant.class) {
            return "date-time";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | "));
        }
        return shape(type);
    }

    private static String shape(Class<?> type) {
        if (type == BigDecimal.class || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "array";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "string";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) || type == Optional.class ? "object" : "value";
    }
}
