/** Price lists over REST. */
@NullMarked
package io.qudao.pricing.web;

import org.jspecify.annotations.NullMarked;
