/** Reads files into staged chunks and applies them in the background. */
@NullMarked
package io.qudao.imports.internal;

import org.jspecify.annotations.NullMarked;
