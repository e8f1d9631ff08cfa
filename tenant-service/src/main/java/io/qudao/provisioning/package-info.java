/** Tells the platform of new tenants and programs, again and again until it has heard. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "control", "registry", "identity"})
package io.qudao.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
