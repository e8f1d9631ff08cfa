/** Tests of what the workspace asks for. */
@NullMarked
package io.qudao.ui.workspace;

import org.jspecify.annotations.NullMarked;
