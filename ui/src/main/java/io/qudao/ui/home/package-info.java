/** The start pages of portal and workspace, and personal settings. */
@NullMarked
package io.qudao.ui.home;

import org.jspecify.annotations.NullMarked;
