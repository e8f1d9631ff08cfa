/** The builder: objects, fields, pages and releases. */
@NullMarked
package io.qudao.ui.builder;

import org.jspecify.annotations.NullMarked;
