/** Fixtures of integration tests: real services, databases made for one run, tenants made for one test. */
@NullMarked
package io.qudao.testing;

import org.jspecify.annotations.NullMarked;
