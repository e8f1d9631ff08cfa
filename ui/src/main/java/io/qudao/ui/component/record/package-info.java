/** Values of records as people read them and fill them in. */
@NullMarked
package io.qudao.ui.component.record;

import org.jspecify.annotations.NullMarked;
