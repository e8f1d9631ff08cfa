/** Benchmarks of the project: each compares figures of one run, and none of them is a test. */
@NullMarked
package io.qudao.deploy.bench;

import org.jspecify.annotations.NullMarked;
