/** Stock in SQL: one statement per change, with rows locked in one order. */
@NullMarked
package io.qudao.inventory.internal;

import org.jspecify.annotations.NullMarked;
