/** Where people start, in the portal and in the workspace, and what is theirs to choose. */
@NullMarked
package io.qudao.ui.home;

import org.jspecify.annotations.NullMarked;
