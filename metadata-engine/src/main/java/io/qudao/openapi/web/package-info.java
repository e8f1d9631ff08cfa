/** Serves the description. */
@NullMarked
package io.qudao.openapi.web;

import org.jspecify.annotations.NullMarked;
