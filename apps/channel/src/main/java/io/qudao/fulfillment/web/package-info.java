/** Shipments over REST. */
@NullMarked
package io.qudao.fulfillment.web;

import org.jspecify.annotations.NullMarked;
