package io.qudao.record;

import io.qudao.kernel.ByModules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of standard objects that are hidden from the caller, for modules and pages that show records themselves. A
 * field is hidden where permission sets grant the object and all of them hide the field. Where none grants it, the
 * module alone decides what it shows.
 */
@ByModules
public interface HiddenFields {
    /** Returns the names of the hidden fields of an object; the tenant's own fields are not among them. */
    Set<String> of(String object);

    /**
     * Returns the columns of those fields of an object that are not hidden, in order.
     *
     * @param alias of the table; each column has the name of its field
     */
    default List<String> shown(String object, String alias, String... fields) {
        var hidden = of(object);
        return Stream.of(fields)
                .filter(field -> !hidden.contains(field))
                .map(field -> alias + "." + field)
                .toList();
    }

    /** Returns the fields of an object that keep their values when the caller replaces a whole record (DD099). */
    Kept kept(String object);

    /**
     * The standard fields that a caller may not see or, where a permission set lets him change records, may not write.
     *
     * @param fields their names
     */
    record Kept(Set<String> fields) {
        public Kept {
            fields = Set.copyOf(fields);
        }

        /** Returns the present value of a kept field, otherwise the wanted one. */
        public <T> @Nullable T of(String field, @Nullable T now, @Nullable T wanted) {
            return fields.contains(field) ? now : wanted;
        }

        /** The same for a field that nobody empties: it stays too if nothing is wanted. */
        public <T> @Nullable T orGiven(String field, @Nullable T now, @Nullable T wanted) {
            return wanted == null ? now : of(field, now, wanted);
        }
    }

    /** Returns the text that a field contains, or an empty one if the field is hidden. */
    default String text(String field, String text) {
        return hides(field) ? "" : text;
    }

    /**
     * Returns whether one of these fields is hidden.
     *
     * @param fields such as {@code partner.phone}
     */
    default boolean hides(String... fields) {
        return Stream.of(fields).anyMatch(field -> {
            int dot = field.indexOf('.');
            return of(field.substring(0, dot)).contains(field.substring(dot + 1));
        });
    }
}
