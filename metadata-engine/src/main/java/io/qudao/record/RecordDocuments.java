package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import java.util.UUID;

/** Records as JSON, straight from the database: what {@link Records} answers, for callers that only pass it on. */
public interface RecordDocuments {
    /**
     * The record as an object: {@code id}, {@code version}, then its fields by name.
     *
     * @throws io.qudao.kernel.ProblemException as {@link Records#read}
     */
    @AnyMember
    Document read(String object, UUID id);

    /** A page as an object: {@code items}, {@code next} and, where asked for, {@code count}. */
    @AnyMember
    byte[] list(Query query);

    /** A record that is at hand. */
    @ByModules
    Document of(Row row);

    /** @param json in UTF-8; only passed on, never compared */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(UUID id, long version, byte[] json) {}
}
