/** Relays requests to backends and responses back: which node, which headers, how much body. */
@NullMarked
package io.qudao.gateway.relay.internal;

import org.jspecify.annotations.NullMarked;
