/** Connection pools per shard, the tenant of each transaction, and the tenants' own rows. */
@NullMarked
package io.qudao.tenancy.internal;

import org.jspecify.annotations.NullMarked;
