/** Warehouses and stock over REST. */
@NullMarked
package io.qudao.inventory.web;

import org.jspecify.annotations.NullMarked;
