/** Tests of single rules. */
@NullMarked
package io.qudao.gateway.rate.internal;

import org.jspecify.annotations.NullMarked;
