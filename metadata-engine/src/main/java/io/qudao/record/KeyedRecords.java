package io.qudao.record;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Value;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes records once for each key, as {@link io.qudao.idempotency.IdempotencyKeys} does; without a key, as {@link
 * Records} does. A repeated request returns the records the first one wrote, as they are now.
 *
 * <p>Has the problems of {@link Records} and of keys. The version a change is for is not part of the content that is
 * compared.
 */
public interface KeyedRecords {
    /**
     * Returns the record; without values if it was deleted since or the caller may not read it.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a key that is
     *     too long, {@link io.qudao.kernel.CommonProblem#KEY_REUSED} for other content under the key, and as {@link
     *     Records#create}
     */
    @AnyMember
    Row create(@Nullable String key, String object, Value.Fields values);

    /**
     * Returns the ids, in order.
     *
     * @throws io.qudao.kernel.ProblemException as {@link #create}, and {@link RecordProblem#BATCH_TOO_LARGE}
     */
    @AnyMember
    List<UUID> createAll(@Nullable String key, String object, List<Value.Fields> records);

    /**
     * Returns the record; without values if it was deleted since or the caller may not read it.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a key that is
     *     too long, {@link io.qudao.kernel.CommonProblem#KEY_REUSED} for other content under the key, and as {@link
     *     Records#patch}
     */
    @AnyMember
    Row patch(@Nullable String key, String object, UUID id, long version, Value.Fields changes);

    /**
     * Deletes a record once per key.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#KEY_REUSED}, and as {@link
     *     Records#delete}
     */
    @AnyMember
    void delete(@Nullable String key, String object, UUID id, long version);
}
