/** Tests of single rules. */
@NullMarked
package io.qudao.gateway.edge.internal;

import org.jspecify.annotations.NullMarked;
