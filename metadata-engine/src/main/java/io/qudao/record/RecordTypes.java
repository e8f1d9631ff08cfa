package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.metadata.Field;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which objects there are for the caller, and what they may do with them: for pages and descriptions. */
public interface RecordTypes {
    /** The objects whose records the caller may read, in order of name. */
    @AnyMember
    List<VisibleType> visible();

    /** The object, if the caller may read its records. */
    @AnyMember
    Optional<VisibleType> visible(String object);

    /**
     * The tenant's own fields of a standard object that the caller may give a record which its module makes for them, in
     * order: by their rights on the object; without any, those that the record cannot be made without.
     */
    @AnyMember
    List<Field> given(String object);

    /** A list as the caller can run it: without what it says of fields that they may not read. */
    @AnyMember
    VisibleList visible(ListView list);

    /**
     * A list to a caller.
     *
     * @param filtered all of the list's filter is there, so that it shows no other records than to everybody
     * @param sorted all of its order is there
     */
    record VisibleList(ListView list, boolean filtered, boolean sorted) {
        /** Whether it is as it was made, but for columns. */
        public boolean isWhole() {
            return filtered && sorted;
        }
    }

    /**
     * An object to a caller.
     *
     * @param fields those that are not hidden, in order
     * @param given names of the fields that a new record may be given; empty where records may not be added
     * @param changed names of the fields that may be changed; empty where records may not be changed
     */
    record VisibleType(
            ObjectType type,
            List<Field> fields,
            boolean create,
            boolean update,
            boolean delete,
            Set<String> given,
            Set<String> changed) {
        public VisibleType {
            fields = List.copyOf(fields);
            given = Set.copyOf(given);
            changed = Set.copyOf(changed);
        }
    }
}
