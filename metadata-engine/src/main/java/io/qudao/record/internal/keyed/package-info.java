/** Writes of records under idempotency keys. */
@NullMarked
package io.qudao.record.internal.keyed;

import org.jspecify.annotations.NullMarked;
