/** The exposure ledger in SQL. */
@NullMarked
package io.qudao.credit.internal;

import org.jspecify.annotations.NullMarked;
