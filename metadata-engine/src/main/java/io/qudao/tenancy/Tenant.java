package io.qudao.tenancy;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import java.util.Locale;

/**
 * A brand owner on the platform.
 *
 * @param slug first label of its host, such as {@code acme}
 * @param locale language of its messages where a member chose none
 * @param currency currency of its own price lists and accounts
 */
public record Tenant(TenantId id, String slug, String name, ShardId shard, Locale locale, CurrencyCode currency) {}
