/** The catalogue: categories, products, SKUs with their units, and pictures. */
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
            "outbox",
            "search",
            "sql",
            "imports"
        })
package io.qudao.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
