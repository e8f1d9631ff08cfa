/** Orders over REST. */
@NullMarked
package io.qudao.ordering.web;

import org.jspecify.annotations.NullMarked;
