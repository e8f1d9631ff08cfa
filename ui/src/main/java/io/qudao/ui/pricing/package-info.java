/** Price lists and their prices. */
@NullMarked
package io.qudao.ui.pricing;

import org.jspecify.annotations.NullMarked;
