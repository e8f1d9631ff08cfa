/** The partners of the channel. */
@NullMarked
package io.qudao.ui.partner;

import org.jspecify.annotations.NullMarked;
