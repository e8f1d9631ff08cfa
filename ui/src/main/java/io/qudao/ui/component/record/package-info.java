/** Displays and inputs for the values of records. */
@NullMarked
package io.qudao.ui.component.record;

import org.jspecify.annotations.NullMarked;
