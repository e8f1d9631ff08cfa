/** The outbox table and the relay that empties it. */
@NullMarked
package io.qudao.outbox.internal;

import org.jspecify.annotations.NullMarked;
