/** The filters of the gateway, in the order of a request: edge, size, token, rate, node. */
@NullMarked
package io.qudao.gateway.internal;

import org.jspecify.annotations.NullMarked;
