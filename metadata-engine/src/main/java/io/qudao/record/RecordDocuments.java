package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import java.util.List;
import java.util.UUID;

/**
 * Records as JSON written directly from database rows: the same data as {@link Records}, for callers that only pass it
 * on.
 */
public interface RecordDocuments {
    /**
     * Returns the record as an object with {@code id}, {@code version}, then its fields by name.
     *
     * @param fields those wanted, paths such as {@code store.name} among them; empty for all of its own
     * @throws io.qudao.kernel.ProblemException like {@link Records#read}; {@link RecordProblem#INVALID_QUERY} for an unknown
     *     field
     */
    @AnyMember
    Document read(String object, UUID id, List<String> fields);

    /**
     * Returns a page as an object with {@code items}, {@code next} and, if requested, {@code count}.
     *
     * @throws io.qudao.kernel.ProblemException as {@link Records#list}
     */
    @AnyMember
    byte[] list(Query query);

    /** Returns the document of a row already read. */
    @ByModules
    Document of(Row row);

    /** @param json UTF-8; passed on only, never compared */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(UUID id, long version, byte[] json) {}
}
