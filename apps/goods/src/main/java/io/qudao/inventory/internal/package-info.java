/** Stock in SQL: a statement for each change, rows locked in one order. */
@NullMarked
package io.qudao.inventory.internal;

import org.jspecify.annotations.NullMarked;
