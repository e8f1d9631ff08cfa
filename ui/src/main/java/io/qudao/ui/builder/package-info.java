/** The face of those who shape the tenant: objects, fields, pages, releases. */
@NullMarked
package io.qudao.ui.builder;

import org.jspecify.annotations.NullMarked;
