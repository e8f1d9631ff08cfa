/** Rows of records as a caller sees them: statements, columns, rights. */
@NullMarked
package io.qudao.record.internal.row;

import org.jspecify.annotations.NullMarked;
