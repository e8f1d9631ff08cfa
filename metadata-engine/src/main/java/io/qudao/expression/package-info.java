/**
 * The expression language: checked against a schema when saved, evaluated in the JVM and in SQL with the same result.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package io.qudao.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
