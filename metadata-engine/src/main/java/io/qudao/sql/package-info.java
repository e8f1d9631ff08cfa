/**
 * The kit for hand-written SQL: statements of the caller's tenant, typed parameters, and rows read as domain types.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package io.qudao.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
