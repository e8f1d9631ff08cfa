/**
 * Rows of records as a caller sees them: statements, columns, rights. Their SQL is put together from parts that are only
 * known at run time, so it is built with {@code SqlBuilder}, by position; all other SQL is written with {@code io.qudao.sql}
 * (DD070).
 */
@NullMarked
package io.qudao.record.internal.row;

import org.jspecify.annotations.NullMarked;
