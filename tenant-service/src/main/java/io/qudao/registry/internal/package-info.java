/** The directory in PostgreSQL. */
@NullMarked
package io.qudao.registry.internal;

import org.jspecify.annotations.NullMarked;
