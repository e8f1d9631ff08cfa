/** Stores the partner tree with materialised paths: written with Hibernate, read by SQL. */
@NullMarked
package io.qudao.partner.internal;

import org.jspecify.annotations.NullMarked;
