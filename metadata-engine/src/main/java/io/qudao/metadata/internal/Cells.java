package io.qudao.metadata.internal;

import io.qudao.kernel.TenantId;

/**
 * Chooses where the records of a tenant's new objects are stored: one of 64 shared cells created by the record store's
 * migration.
 */
final class Cells {
    private static final int SHARED = 64;

    private Cells() {}

    static String of(TenantId tenant) {
        return "engine.rec_%02d".formatted(tenant.value() % SHARED);
    }
}
