/** Files read into staged chunks, and the runner that applies them. */
@NullMarked
package io.qudao.imports.internal;

import org.jspecify.annotations.NullMarked;
