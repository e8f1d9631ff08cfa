/** Shipments in SQL. */
@NullMarked
package io.qudao.fulfillment.internal;

import org.jspecify.annotations.NullMarked;
