/** What buyers owe and may owe. */
@NullMarked
package io.qudao.ui.credit;

import org.jspecify.annotations.NullMarked;
