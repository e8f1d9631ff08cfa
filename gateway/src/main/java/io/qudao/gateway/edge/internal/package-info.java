/** The outer edge of the gateway: determines where a request goes, forwards it, and words refusals. */
@NullMarked
package io.qudao.gateway.edge.internal;

import org.jspecify.annotations.NullMarked;
