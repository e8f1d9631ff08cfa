/** Data sources, migration, clock and the protection of internal endpoints. */
@NullMarked
package io.qudao.control.internal;

import org.jspecify.annotations.NullMarked;
