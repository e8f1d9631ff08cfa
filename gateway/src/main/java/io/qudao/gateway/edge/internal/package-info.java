/** The outer edge of the gateway: reads where a request goes, sends it there, and words what is refused. */
@NullMarked
package io.qudao.gateway.edge.internal;

import org.jspecify.annotations.NullMarked;
