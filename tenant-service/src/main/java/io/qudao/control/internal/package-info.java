/** Data sources, migration, clock and the protection of internal calls. */
@NullMarked
package io.qudao.control.internal;

import org.jspecify.annotations.NullMarked;
