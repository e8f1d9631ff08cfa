/** Onboarding of tenants and their programs: sign-up by page and API, API clients. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "control", "registry", "identity", "provisioning"})
package io.qudao.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
