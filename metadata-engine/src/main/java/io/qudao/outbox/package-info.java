/** Messages delivered after commit: written together with the change, at least once, in order of their key. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "sql", "rest"})
package io.qudao.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
