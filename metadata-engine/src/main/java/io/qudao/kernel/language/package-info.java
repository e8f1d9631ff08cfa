/** The languages of the product's own texts. */
@NullMarked
package io.qudao.kernel.language;

import org.jspecify.annotations.NullMarked;
