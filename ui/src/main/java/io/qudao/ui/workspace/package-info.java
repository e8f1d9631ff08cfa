/** The face of the brand's staff: order desk, partners, products, prices, stock, records. */
@NullMarked
package io.qudao.ui.workspace;

import org.jspecify.annotations.NullMarked;
