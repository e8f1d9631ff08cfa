/** Stock as seen by its owner and by the brand. */
@NullMarked
package io.qudao.ui.inventory;

import org.jspecify.annotations.NullMarked;
