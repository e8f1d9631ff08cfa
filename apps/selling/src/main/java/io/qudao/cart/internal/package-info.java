/** Carts in PostgreSQL. */
@NullMarked
package io.qudao.cart.internal;

import org.jspecify.annotations.NullMarked;
