/** The face of partners, phone first: catalogue, cart, orders, stock. */
@NullMarked
package io.qudao.ui.portal;

import org.jspecify.annotations.NullMarked;
