/** What answers where no handler does. */
@NullMarked
package io.qudao.rest.web;

import org.jspecify.annotations.NullMarked;
