/** Products, their units and pictures. */
@NullMarked
package io.qudao.ui.catalog;

import org.jspecify.annotations.NullMarked;
