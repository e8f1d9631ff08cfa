package io.qudao.metadata.internal;

import io.qudao.kernel.TenantId;

/** Where the records of a tenant's new objects go: 64 shared cells, made by the record store's migration. */
final class Cells {
    private static final int SHARED = 64;

    private Cells() {}

    static String of(TenantId tenant) {
        return "engine.rec_%02d".formatted(tenant.value() % SHARED);
    }
}
