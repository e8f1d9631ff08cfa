/** Texts from all bundles, and the translation of every failure into a problem. */
@NullMarked
package io.qudao.rest.internal;

import org.jspecify.annotations.NullMarked;
