/** Orders in SQL, with as few round trips as possible when submitting. */
@NullMarked
package io.qudao.ordering.internal;

import org.jspecify.annotations.NullMarked;
