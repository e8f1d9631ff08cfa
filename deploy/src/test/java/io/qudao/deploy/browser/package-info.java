/** The product in a real browser, as people see it. */
@NullMarked
package io.qudao.deploy.browser;

import org.jspecify.annotations.NullMarked;
