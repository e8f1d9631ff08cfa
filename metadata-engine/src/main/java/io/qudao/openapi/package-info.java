/** The description of a tenant's API, made of its release and of what modules add. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "metadata", "record", "rest"})
package io.qudao.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
