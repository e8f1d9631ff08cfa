/** Shipments of orders, and their receipt by the buyer. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "rest",
            "imports",
            "kernel",
            "idempotency",
            "tenancy",
            "partner",
            "catalog",
            "inventory",
            "credit",
            "ordering",
            "outbox",
            "expression",
            "metadata",
            "record",
            "sql"
        })
package io.qudao.fulfillment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
