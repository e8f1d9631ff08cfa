/** Parts that all faces are made of: words, amounts, states, tiles, questions. */
@NullMarked
package io.qudao.ui.component;

import org.jspecify.annotations.NullMarked;
