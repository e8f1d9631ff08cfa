package io.qudao.pricing.web;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.Money;
import io.qudao.kernel.Violations;
import io.qudao.pricing.PriceEntry;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.record.StandsFor;
import io.qudao.tenancy.TenantScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of a price list in JSON. */
record EntryBody(
        UUID id,
        UUID sku,
        String unit,
        long minimum,
        @JsonPropertyDescription("First instant") Instant from,

        @JsonPropertyDescription("First instant after the end, exclusive; none for no end") @Nullable
        Instant until,

        Price price,
        long version) {
    static EntryBody of(PriceEntry entry) {
        return new EntryBody(
                entry.id().value(),
                entry.sku().value(),
                entry.unit(),
                entry.minimum(),
                entry.from(),
                entry.until(),
                new Price(
                        entry.price().amount().toPlainString(),
                        entry.price().currency().value()),
                entry.version());
    }

    /** Money in JSON: the amount is text, so that no client rounds it. */
    record Price(
            String amount, @StandsFor("price_list.currency") String currency) {}

    /** Money as sent by a client; the currency defaults to the tenant's. */
    record PriceRequest(@Nullable String amount, @Nullable String currency) {
        Money money(String path, Violations violations) {
            var code = violations.currency(
                    path + ".currency", currency, TenantScope.caller().tenant().currency());
            return new Money(violations.amount(path + ".amount", amount), code);
        }
    }

    /** An entry as sent by a client; by default it applies from a quantity of one and at any time. */
    record Request(
            @Nullable UUID sku,
            @Nullable String unit,
            @Nullable Long minimum,

            @JsonPropertyDescription("First instant, with its offset") @Nullable
            Instant from,

            @JsonPropertyDescription("First instant after the end, exclusive, with its offset; none for no end")
            @Nullable
            Instant until,

            @Nullable PriceRequest price) {
        EntryDraft draft(String path, Violations violations) {
            return new EntryDraft(
                    new SkuId(violations.required(path + "sku", sku, new UUID(0, 0))),
                    violations.text(path + "unit", unit, Integer.MAX_VALUE),
                    minimum == null ? 1 : minimum,
                    from == null ? Instant.EPOCH : from,
                    until,
                    violations
                            .required(path + "price", price, new PriceRequest("0", null))
                            .money(path + "price", violations));
        }
    }
}
