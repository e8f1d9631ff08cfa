/** Notifies the platform of new tenants and programs until it confirms. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "control", "registry", "identity"})
package io.qudao.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
