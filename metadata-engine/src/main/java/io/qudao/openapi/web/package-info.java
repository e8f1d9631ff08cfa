/** Where the description is read. */
@NullMarked
package io.qudao.openapi.web;

import org.jspecify.annotations.NullMarked;
