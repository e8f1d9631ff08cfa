/** The frame of every page: sign-in, tenant, layouts, language. */
@NullMarked
package io.qudao.ui.shell;

import org.jspecify.annotations.NullMarked;
