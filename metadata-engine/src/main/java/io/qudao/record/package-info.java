/**
 * The record store: records of every object, in shared cells or in tables of the standard business, under the same
 * rules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"idempotency", "kernel", "tenancy", "metadata", "expression", "rest", "sql"})
package io.qudao.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
