/** The record store: records of every object, kept in shared cells or in the tables of the standard business, by one set of rules. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "metadata", "expression", "rest"})
package io.qudao.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
