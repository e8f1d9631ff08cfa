/** Stores members in PostgreSQL and turns a token into a caller. */
@NullMarked
package io.qudao.permission.internal;

import org.jspecify.annotations.NullMarked;
