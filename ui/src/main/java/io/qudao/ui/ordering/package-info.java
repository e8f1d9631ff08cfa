/** Orders, as their buyer, their seller and the order desk see them. */
@NullMarked
package io.qudao.ui.ordering;

import org.jspecify.annotations.NullMarked;
