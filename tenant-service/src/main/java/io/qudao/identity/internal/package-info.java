/** Identities in PostgreSQL, counters in Redis, and the authorization server based on them. */
@NullMarked
package io.qudao.identity.internal;

import org.jspecify.annotations.NullMarked;
