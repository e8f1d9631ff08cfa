/** The two search adapters, the fragments they index, and the feed from the outbox. */
@NullMarked
package io.qudao.search.internal;

import org.jspecify.annotations.NullMarked;
