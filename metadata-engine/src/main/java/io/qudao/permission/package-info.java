/** Members, the partners they act for, and the rights granted by their permission sets. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "sql", "rest", "outbox", "metadata", "expression", "record"})
package io.qudao.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
