/** Tests of what makes releases. */
@NullMarked
package io.qudao.metadata.internal;

import org.jspecify.annotations.NullMarked;
