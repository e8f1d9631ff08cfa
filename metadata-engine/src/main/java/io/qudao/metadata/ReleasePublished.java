package io.qudao.metadata;

import io.qudao.kernel.TenantId;

/** The tenant's newest release changed, or one of its slots changed state. Published within that transaction. */
public record ReleasePublished(TenantId tenant, int number) {}
