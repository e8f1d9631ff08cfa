package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Value;
import java.util.List;
import java.util.UUID;

/**
 * Writes records once for each idempotency key. The first request of a member under a key is carried out; a request that
 * repeats it returns the records the first one wrote, as they are now, even if the same request would be refused by now.
 * Concurrent requests under one key are carried out once.
 *
 * <p>A key has 1 to {@value #LONGEST_KEY} characters. Apart from the problems of {@link Records}, a request with other
 * content under a known key, compared by {@link io.qudao.kernel.Fingerprint}, is refused with {@link
 * RecordProblem#KEY_REUSED}. The version a change is for is not part of the content.
 */
public interface KeyedRecords {
    int LONGEST_KEY = 200;

    /** Returns the record; without values if it was deleted since or the caller may not read it. */
    @AnyMember
    Row create(String key, String object, Value.Fields values);

    /** Returns the ids, in order. */
    @AnyMember
    List<UUID> createAll(String key, String object, List<Value.Fields> records);

    /** Returns the record; without values if it was deleted since or the caller may not read it. */
    @AnyMember
    Row patch(String key, String object, UUID id, long version, Value.Fields changes);

    @AnyMember
    void delete(String key, String object, UUID id, long version);
}
