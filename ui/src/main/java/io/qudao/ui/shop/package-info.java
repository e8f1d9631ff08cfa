/** Shopping: catalogue, cart and checkout. */
@NullMarked
package io.qudao.ui.shop;

import org.jspecify.annotations.NullMarked;
