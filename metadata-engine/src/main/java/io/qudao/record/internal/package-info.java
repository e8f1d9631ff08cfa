/** Maps values to columns and back, compiles queries to SQL, and reads and writes records. */
@NullMarked
package io.qudao.record.internal;

import org.jspecify.annotations.NullMarked;
