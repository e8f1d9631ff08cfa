/** Imports of records of any object. */
@NullMarked
package io.qudao.imports.internal.record;

import org.jspecify.annotations.NullMarked;
