package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Value;
import java.util.List;
import java.util.UUID;

/**
 * {@link Records} for requests that may come again: of a member's requests under one key the first is done, and each that
 * repeats it gets the records that the first one wrote, as they stand now, even where the same would be refused by now. Two
 * that come at once are done once.
 *
 * <p>A key has 1 to {@value #LONGEST_KEY} characters. Besides what {@link Records} throws, another content under a key, by
 * {@link io.qudao.kernel.Fingerprint}, is refused with {@link RecordProblem#KEY_REUSED}. The version that a change is for is
 * no part of the content.
 */
public interface KeyedRecords {
    int LONGEST_KEY = 200;

    /** The record; without values where it is gone by now or the caller may not read it. */
    @AnyMember
    Row create(String key, String object, Value.Fields values);

    /** The ids, in order. */
    @AnyMember
    List<UUID> createAll(String key, String object, List<Value.Fields> records);

    /** The record; without values where it is gone by now or the caller may not read it. */
    @AnyMember
    Row patch(String key, String object, UUID id, long version, Value.Fields changes);

    @AnyMember
    void delete(String key, String object, UUID id, long version);
}
