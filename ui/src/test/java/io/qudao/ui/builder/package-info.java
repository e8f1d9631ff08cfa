/** Tests of what the builder makes of what people fill in. */
@NullMarked
package io.qudao.ui.builder;

import org.jspecify.annotations.NullMarked;
