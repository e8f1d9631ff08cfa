/** The kit for SQL written by hand: statements of the caller's tenant, typed parameters, rows read as what they mean. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package io.qudao.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
