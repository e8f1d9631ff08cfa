/** What the project measures of itself: each benchmark compares in one run, none is a test. */
@NullMarked
package io.qudao.deploy.bench;

import org.jspecify.annotations.NullMarked;
