/** Credit over REST. */
@NullMarked
package io.qudao.credit.web;

import org.jspecify.annotations.NullMarked;
