/** Requests that are carried out once, however often a client sends them under one key. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "sql", "rest"})
package io.qudao.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
