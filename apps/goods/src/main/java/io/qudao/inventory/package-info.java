/** The stock of partners: warehouses, an append-only stock ledger, guarded counters and reservations. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "rest",
            "imports",
            "kernel",
            "idempotency",
            "tenancy",
            "expression",
            "metadata",
            "record",
            "partner",
            "catalog",
            "sql"
        })
package io.qudao.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
