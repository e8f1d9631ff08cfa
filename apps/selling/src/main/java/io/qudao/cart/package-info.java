/** What a member means to order: goods gathered for one trading account, kept until they are ordered. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "partner", "catalog", "sql"})
package io.qudao.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
