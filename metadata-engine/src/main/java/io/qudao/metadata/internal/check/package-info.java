/** What the plan refuses or warns of, a class for each kind. */
@NullMarked
package io.qudao.metadata.internal.check;

import org.jspecify.annotations.NullMarked;
