package io.qudao.registry;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import java.util.Locale;

/**
 * A brand owner as the control plane knows it.
 *
 * @param slug first label of its host
 * @param name of the company, as its people read it
 * @param accent colour of its pages
 * @param shard database that holds its rows on the platform
 */
public record Tenant(
        TenantId id,
        String slug,
        String name,
        Locale locale,
        CurrencyCode currency,
        Accent accent,
        String shard,
        TenantState state) {

    public boolean isActive() {
        return state == TenantState.ACTIVE;
    }
}
