/** The search across all features. */
@NullMarked
package io.qudao.ui.search;

import org.jspecify.annotations.NullMarked;
