package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.metadata.Field;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The objects the caller can see and what they may do with them; for pages and descriptions. */
public interface RecordTypes {
    /** Returns the objects whose records the caller may read, in order of name. */
    @AnyMember
    List<VisibleType> visible();

    /** Returns the object if the caller may read its records. */
    @AnyMember
    Optional<VisibleType> visible(String object);

    /**
     * Returns, in order, the tenant's own fields of a standard object that the caller may set on a record created for
     * them by its module: by their rights on the object or, without any, the fields that are required for creation.
     */
    @AnyMember
    List<Field> given(String object);

    /**
     * Returns a list as the caller can use it: without references to fields that they may not read.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}, or {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN} if the caller may not read the object of the list
     */
    @AnyMember
    VisibleList visible(ListView list);

    /**
     * A list as a caller sees it.
     *
     * @param fields its columns; those behind look-ups have paths for names, and labels such as {@code Store › Name}
     * @param filtered whether the list's whole filter is kept, so that it shows the same records as to everybody
     * @param sorted whether the whole sort order is kept
     */
    record VisibleList(ListView list, List<Field> fields, boolean filtered, boolean sorted) {
        public VisibleList {
            fields = List.copyOf(fields);
        }

        /** Returns whether the list is unchanged except for its columns. */
        public boolean isWhole() {
            return filtered && sorted;
        }
    }

    /**
     * An object as a caller sees it.
     *
     * @param fields the fields that are not hidden, in order
     * @param given names of the fields that can be set on a new record; empty if records cannot be added
     * @param changed names of the fields that can be changed; empty if records cannot be changed
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
