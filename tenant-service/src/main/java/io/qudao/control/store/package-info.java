/** Access to the control plane's database: every transaction states whose rows it may see. */
@NullMarked
package io.qudao.control.store;

import org.jspecify.annotations.NullMarked;
