/** Shipments: sending what was ordered, and receiving it. */
@NullMarked
package io.qudao.ui.fulfillment;

import org.jspecify.annotations.NullMarked;
