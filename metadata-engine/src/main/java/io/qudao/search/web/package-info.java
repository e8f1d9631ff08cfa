/** Search over REST. */
@NullMarked
package io.qudao.search.web;

import org.jspecify.annotations.NullMarked;
