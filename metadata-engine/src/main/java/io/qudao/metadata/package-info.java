/**
 * What a tenant configures without code: components in layers, drafts, plans, immutable releases and compiled types.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "sql", "expression", "rest"})
package io.qudao.metadata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
