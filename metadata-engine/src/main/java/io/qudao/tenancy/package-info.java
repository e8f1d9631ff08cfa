/** Whose work this is: the tenant, its shard and the caller, bound once at the edge, and the data source that obeys them. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package io.qudao.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
