package io.qudao.registry;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import java.util.Locale;

/**
 * A tenant to be added to the directory.
 *
 * @param accent colour of its pages
 */
public record NewTenant(TenantId id, String slug, String name, Locale locale, CurrencyCode currency, Accent accent) {}
