package io.qudao.record;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How records of one standard object are made, changed and deleted: a bean of the module that owns them. It implements those
 * of the commands below that {@link io.qudao.metadata.StandardObject} names for the object, and no others.
 *
 * <p>Called in the caller's scope and a transaction. A command does what the module's own endpoint does, and its writes go through {@link StandardRecords} alike.
 * Violations name fields by their names in the object.
 */
public interface RecordCommands {
    String object();

    /**
     * Runs a command of the module, whose violations name fields as its endpoint does.
     *
     * @param field the object's name of such a field
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
         * @param values those given and the defaults of standard fields
         * @return its id
         */
        UUID create(RecordValues values);
    }

    interface Changes extends RecordCommands {
        /**
         * Changes a record at this version, and the version with it.
         *
         * @param changes those that shall have another value
         */
        void change(UUID id, long version, RecordValues changes);
    }

    interface Deletes extends RecordCommands {
        void delete(UUID id, long version);
    }
}
