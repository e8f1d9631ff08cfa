package io.qudao.record;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The commands that create, change and delete records of one standard object; implemented by a bean of the module that
 * owns them. It implements exactly the commands that {@link io.qudao.metadata.StandardObject} names for the object.
 *
 * <p>Called in the caller's scope and a transaction. A command does the same as the module's own endpoint and also
 * writes through {@link StandardRecords}. Violations name fields by their names in the object.
 */
public interface RecordCommands {
    String object();

    /**
     * Runs a command of the module and renames the fields in its violations.
     *
     * @param field maps the endpoint's field names to the object's
     */
    static <T> T naming(UnaryOperator<String> field, Supplier<T> command) {
        try {
            return command.get();
        } catch (ProblemException refused) {
            var named = refused.violations().stream()
                    .map(wrong ->
                            new Violation(field.apply(wrong.field()), wrong.code(), wrong.arguments(), wrong.row()))
                    .toList();
            throw new ProblemException(
                    refused.problem(), named, refused, refused.arguments().toArray());
        }
    }

    interface Creates extends RecordCommands {
        /**
         * Adds a record.
         *
         * @param values the given values and the defaults of standard fields
         * @return its id
         */
        UUID create(RecordValues values);
    }

    interface Changes extends RecordCommands {
        /**
         * Changes a record and raises its version. Before it writes, it locks the record, and refuses it with {@link
         * io.qudao.kernel.CommonProblem#STALE} at any other version than that of {@code now}. What it stores is judged
         * by the object's rules, by whatever way it was asked for.
         *
         * @param now the record with all its fields, as it is at the version to change
         * @param changes the given values; among the own fields those that differ from {@code now}
         */
        void change(Row now, RecordValues changes);
    }

    interface Deletes extends RecordCommands {
        void delete(UUID id, long version);
    }
}
