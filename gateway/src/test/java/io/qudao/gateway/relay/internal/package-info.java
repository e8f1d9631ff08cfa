/** Tests of single rules. */
@NullMarked
package io.qudao.gateway.relay.internal;

import org.jspecify.annotations.NullMarked;
