/** Components shared by all user interfaces: texts, amounts, states, tiles, questions. */
@NullMarked
package io.qudao.ui.component;

import org.jspecify.annotations.NullMarked;
