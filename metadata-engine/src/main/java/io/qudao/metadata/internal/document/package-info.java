/** What components say: documents, their schemas, the layers they come from, and what these are when merged. */
@NullMarked
package io.qudao.metadata.internal.document;

import org.jspecify.annotations.NullMarked;
