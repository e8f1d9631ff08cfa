/** Tests of the gateway as a whole. */
@NullMarked
package io.qudao.gateway;

import org.jspecify.annotations.NullMarked;
