package io.qudao.tenancy;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A brand owner on the platform.
 *
 * @param slug first label of its host name, such as {@code acme}
 * @param locale language of its messages unless a member chose one
 * @param currency currency of its own price lists and accounts
 * @param zone time zone of its dates: where an instant is needed, a date starts at midnight there
 */
public record Tenant(
        TenantId id, String slug, String name, ShardId shard, Locale locale, CurrencyCode currency, ZoneId zone) {
    /** The time zone of tenants that did not set one. */
    public static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    /** Creates a tenant in the time zone {@link #HOME}. */
    public Tenant(TenantId id, String slug, String name, ShardId shard, Locale locale, CurrencyCode currency) {
        this(id, slug, name, shard, locale, currency, HOME);
    }

    /** Returns the first instant of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
