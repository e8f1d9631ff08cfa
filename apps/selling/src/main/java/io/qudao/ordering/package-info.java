/** Orders between any two trading partners: quote, place, submit, review, cancel. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "idempotency",
            "tenancy",
            "partner",
            "catalog",
            "pricing",
            "inventory",
            "credit",
            "approval",
            "outbox",
            "permission",
            "metadata",
            "record",
            "expression",
            "rest",
            "search",
            "sql"
        })
package io.qudao.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
