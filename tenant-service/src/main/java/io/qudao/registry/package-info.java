/** The directory of tenants: which tenants exist, with their hosts and shards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "control"})
package io.qudao.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
