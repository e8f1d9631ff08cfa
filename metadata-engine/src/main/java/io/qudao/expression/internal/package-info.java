/** The grammar's parser, the checker and the two back ends. */
@NullMarked
package io.qudao.expression.internal;

import org.jspecify.annotations.NullMarked;
