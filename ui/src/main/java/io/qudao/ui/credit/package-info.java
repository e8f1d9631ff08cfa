/** What buyers owe and may still owe. */
@NullMarked
package io.qudao.ui.credit;

import org.jspecify.annotations.NullMarked;
