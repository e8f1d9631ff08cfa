/** Imports tables from files: staged, checked row by row, stored as a whole or row by row, resumed after a crash. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"idempotency", "kernel", "tenancy", "sql", "rest", "permission", "metadata", "record"})
package io.qudao.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
