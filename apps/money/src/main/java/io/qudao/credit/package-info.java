/** Credit: the exposure of a trading account, checked and increased under one lock. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rest", "imports", "kernel", "tenancy", "partner", "sql"})
package io.qudao.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
