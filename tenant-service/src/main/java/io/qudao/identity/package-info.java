/** People and programs, their secrets and sign-ins, and the OpenID provider of every tenant. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "control", "registry"})
package io.qudao.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
