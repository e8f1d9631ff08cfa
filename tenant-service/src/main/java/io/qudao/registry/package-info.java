/** The directory of tenants: which exist, at which hosts, on which shards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "control"})
package io.qudao.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
