package io.qudao.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A request that a client may send again under the same key.
 *
 * @param command what is asked for, such as {@code order}; names the record too if each has keys of its own. Keys of
 *     different commands do not meet
 * @param key the client's, 1 to {@value IdempotencyKeys#LONGEST} characters; null if it sent none, and then the request
 *     is carried out every time
 * @param content what was sent, by which another request under the key is told: a {@link io.qudao.kernel.Value}, or a
 *     body, which is compared as its JSON
 */
public record KeyedRequest(String command, @Nullable String key, Object content) {}
