/** Finding anything from anywhere. */
@NullMarked
package io.qudao.ui.search;

import org.jspecify.annotations.NullMarked;
