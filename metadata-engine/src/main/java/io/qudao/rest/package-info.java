/** What all responses over HTTP have in common: problems in the caller's language, entity tags, strict JSON. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package io.qudao.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
