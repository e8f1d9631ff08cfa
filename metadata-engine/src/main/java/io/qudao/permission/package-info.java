/** Who works here: members, the partners they act for and the rights their permission sets give them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "sql", "rest", "outbox", "metadata", "expression", "record"})
package io.qudao.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
