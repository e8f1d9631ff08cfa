/** What a thing costs whom, and why: price lists of a seller and the choice among their entries. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
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
