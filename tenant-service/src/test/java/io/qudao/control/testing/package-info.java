/** Fixtures of this program's tests: its whole stack, a platform to talk to, browsers and programs that use it. */
@NullMarked
package io.qudao.control.testing;

import org.jspecify.annotations.NullMarked;
