/** Lists of records: compiled, paged, written as JSON. */
@NullMarked
package io.qudao.record.internal.list;

import org.jspecify.annotations.NullMarked;
