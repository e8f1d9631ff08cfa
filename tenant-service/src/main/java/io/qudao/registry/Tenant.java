package io.qudao.registry;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import java.util.Locale;

/**
 * A brand owner as the control plane knows it.
 *
 * @param slug first label of its host name
 * @param name name of the company
 * @param accent colour of its pages
 * @param shard database on the platform that holds its rows
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
