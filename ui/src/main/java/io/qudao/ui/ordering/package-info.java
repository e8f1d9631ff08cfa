/** Orders as seen by their buyer, their seller and the order desk. */
@NullMarked
package io.qudao.ui.ordering;

import org.jspecify.annotations.NullMarked;
