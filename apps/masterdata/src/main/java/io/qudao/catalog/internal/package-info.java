/** The catalogue: written with Hibernate, read by SQL; pictures are bytes beside their product. */
@NullMarked
package io.qudao.catalog.internal;

import org.jspecify.annotations.NullMarked;
