/** Stock, as its owner and as the brand see it. */
@NullMarked
package io.qudao.ui.inventory;

import org.jspecify.annotations.NullMarked;
