/** For the developer's eyes only: a running node with something in it. */
@NullMarked
package io.qudao.ui.dev;

import org.jspecify.annotations.NullMarked;
