/** Carts: goods collected for one trading account and stored until they are ordered. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "partner", "catalog", "ordering", "sql"})
package io.qudao.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
