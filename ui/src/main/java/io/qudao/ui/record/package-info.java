/** Records of any object, on pages that its metadata lays out. */
@NullMarked
package io.qudao.ui.record;

import org.jspecify.annotations.NullMarked;
