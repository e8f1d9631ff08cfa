/** Members in PostgreSQL, and the way from a token to a caller. */
@NullMarked
package io.qudao.permission.internal;

import org.jspecify.annotations.NullMarked;
