/** Proof of the expression language: each operator, each problem, and that both back ends agree. */
@NullMarked
package io.qudao.expression.internal;

import org.jspecify.annotations.NullMarked;
