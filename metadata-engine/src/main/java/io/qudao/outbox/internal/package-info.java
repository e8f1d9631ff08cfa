/** The outbox table and the relay that delivers from it. */
@NullMarked
package io.qudao.outbox.internal;

import org.jspecify.annotations.NullMarked;
