/** The one expression language: checked against a schema at save, run in the JVM and in SQL with the same answer. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package io.qudao.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
