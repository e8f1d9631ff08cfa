/** Describes a tenant's API from its release and from what modules add. */
@NullMarked
@ApplicationModule(allowedDependencies = {"idempotency", "kernel", "tenancy", "metadata", "record", "rest"})
package io.qudao.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
