/** Partners and trading accounts over REST. */
@NullMarked
package io.qudao.partner.web;

import org.jspecify.annotations.NullMarked;
