/** Reads texts from all bundles and translates every failure to a problem. */
@NullMarked
package io.qudao.rest.internal;

import org.jspecify.annotations.NullMarked;
