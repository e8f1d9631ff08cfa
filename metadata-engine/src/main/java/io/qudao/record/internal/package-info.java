/** Values to columns and back, SQL made of queries, and the work in the cells. */
@NullMarked
package io.qudao.record.internal;

import org.jspecify.annotations.NullMarked;
