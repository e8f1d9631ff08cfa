/** The keys of requests, in SQL. */
@NullMarked
package io.qudao.idempotency.internal;

import org.jspecify.annotations.NullMarked;
