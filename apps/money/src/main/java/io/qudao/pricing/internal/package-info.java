/** Prices: one statement reads the candidates of all lines, a pure function chooses. */
@NullMarked
package io.qudao.pricing.internal;

import org.jspecify.annotations.NullMarked;
