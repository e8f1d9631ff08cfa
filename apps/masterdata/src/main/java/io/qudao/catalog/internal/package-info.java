/** Stores the catalogue: written with Hibernate, read by SQL; pictures are stored as bytes with their product. */
@NullMarked
package io.qudao.catalog.internal;

import org.jspecify.annotations.NullMarked;
