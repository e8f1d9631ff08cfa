/** Records are approved in one step: who asked, who may decide, who decided, when and why. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "rest", "metadata", "expression", "record", "sql"})
package io.qudao.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
