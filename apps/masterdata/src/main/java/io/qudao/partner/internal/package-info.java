/** The partner tree as a materialised path: written with Hibernate, read by SQL. */
@NullMarked
package io.qudao.partner.internal;

import org.jspecify.annotations.NullMarked;
