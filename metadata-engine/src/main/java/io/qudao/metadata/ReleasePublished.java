package io.qudao.metadata;

import io.qudao.kernel.TenantId;

/** The tenant's newest release is another, or one of its slots changed its state; told inside that transaction. */
public record ReleasePublished(TenantId tenant, int number) {}
