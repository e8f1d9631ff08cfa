/**
 * The tenant, its shard and the caller of any work, bound once at the edge, and the data source that enforces them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package io.qudao.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
