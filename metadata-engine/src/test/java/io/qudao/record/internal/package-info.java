/** Tests of what is behind the record store's face. */
@NullMarked
package io.qudao.record.internal;

import org.jspecify.annotations.NullMarked;
