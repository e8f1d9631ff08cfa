package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The tenant's own fields of a standard object, for a module that reads its records itself. A creator of a record who
 * has no rights on its object can read the fields that are required for its creation. {@link StandardRecords} writes
 * own fields.
 */
@ByModules
public interface OwnFields {
    /**
     * Returns the own fields of a record that the caller may read, in the order of the object; empty if there is none.
     */
    Value.Fields of(String object, UUID id);

    /**
     * Returns the same for parts of a record that the caller may read, such as the lines of an order. One statement for
     * all parts, none for an object without own fields.
     */
    Map<UUID, Value.Fields> ofParts(String object, Collection<UUID> ids);

    /**
     * Returns the own fields of records that others may have created, by the caller's rights on the object and its rows alone;
     * absent for records the caller may not read. One statement for all records, none for an object without own fields.
     */
    Map<UUID, Value.Fields> byRights(String object, Collection<UUID> ids);

    /** Converts a record of a module, adding its own fields. */
    default <T, B> B beside(String object, T thing, Function<T, UUID> id, BiFunction<T, Value.Fields, B> body) {
        return besideAll(object, List.of(thing), id, body).getFirst();
    }

    /** Converts records of a module in order, adding the own fields of each. */
    default <T, B> List<B> besideAll(
            String object, List<T> things, Function<T, UUID> id, BiFunction<T, Value.Fields, B> body) {
        var own = byRights(object, things.stream().map(id).toList());
        return things.stream()
                .map(thing -> body.apply(thing, own.getOrDefault(id.apply(thing), Value.Fields.EMPTY)))
                .toList();
    }

    /** Converts a page of records of a module, adding the own fields of each. */
    default <T, B> Slice<B> besidePage(
            String object, Slice<T> page, Function<T, UUID> id, BiFunction<T, Value.Fields, B> body) {
        return new Slice<>(besideAll(object, page.items(), id, body), page.next());
    }

    /** Returns all own fields of a record regardless of the caller: for rules and approvals, never for a response. */
    Value.Fields whole(String object, UUID id);
}
