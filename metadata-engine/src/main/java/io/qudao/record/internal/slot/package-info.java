/** Filling of columns in the background after a release. */
@NullMarked
package io.qudao.record.internal.slot;

import org.jspecify.annotations.NullMarked;
