/** What every page stands in: sign-in, tenant, layouts, language. */
@NullMarked
package io.qudao.ui.shell;

import org.jspecify.annotations.NullMarked;
