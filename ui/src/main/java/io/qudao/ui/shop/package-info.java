/** From the shelf into the cart and on to an order. */
@NullMarked
package io.qudao.ui.shop;

import org.jspecify.annotations.NullMarked;
