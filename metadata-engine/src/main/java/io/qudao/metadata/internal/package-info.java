/** Layers of components, their checks and compilation, and the stores of releases, drafts and slots. */
@NullMarked
package io.qudao.metadata.internal;

import org.jspecify.annotations.NullMarked;
