/** Parts that pages share: money, quantities, badges, tiles, empty states. */
@NullMarked
package io.qudao.ui.component;

import org.jspecify.annotations.NullMarked;
