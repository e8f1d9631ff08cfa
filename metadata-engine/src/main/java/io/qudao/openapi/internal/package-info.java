/** Writes OpenAPI 3.1. */
@NullMarked
package io.qudao.openapi.internal;

import org.jspecify.annotations.NullMarked;
