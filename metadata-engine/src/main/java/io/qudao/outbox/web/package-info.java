/** Undelivered messages over REST. */
@NullMarked
package io.qudao.outbox.web;

import org.jspecify.annotations.NullMarked;
