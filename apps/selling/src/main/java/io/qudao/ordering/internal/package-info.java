/** Orders in SQL; the submit path in as few round trips as it needs. */
@NullMarked
package io.qudao.ordering.internal;

import org.jspecify.annotations.NullMarked;
