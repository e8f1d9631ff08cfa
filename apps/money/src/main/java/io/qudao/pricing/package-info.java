/** Pricing: price lists of a seller and the choice among their entries, with the reason for it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "idempotency",
            "tenancy",
            "expression",
            "rest",
            "metadata",
            "record",
            "imports",
            "partner",
            "catalog",
            "sql"
        })
package io.qudao.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
