/** Records of any object on pages defined by metadata. */
@NullMarked
package io.qudao.ui.record;

import org.jspecify.annotations.NullMarked;
