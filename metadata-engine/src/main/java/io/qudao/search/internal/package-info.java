/** The two adapters, the words they index by, and the feed from the outbox. */
@NullMarked
package io.qudao.search.internal;

import org.jspecify.annotations.NullMarked;
