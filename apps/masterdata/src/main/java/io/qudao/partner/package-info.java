/** The sales channel: partners in a tree, and the accounts by which one sells to another. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "idempotency",
            "tenancy",
            "expression",
            "rest",
            "permission",
            "metadata",
            "record",
            "outbox",
            "search",
            "sql",
            "imports"
        })
package io.qudao.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
