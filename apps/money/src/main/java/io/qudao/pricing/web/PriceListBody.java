package io.qudao.pricing.web;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceScope;
import io.qudao.pricing.PricingProblem;
import io.qudao.record.HiddenFields.Kept;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import io.qudao.tenancy.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price list in JSON. */
record PriceListBody(
        UUID id,
        @StandsFor("price_list.seller") UUID seller,
        @StandsFor("price_list.code") String code,
        @StandsFor("price_list.name") String name,
        @StandsFor("price_list.scope") String scope,
        @StandsFor("price_list.scope_key") @Nullable String scopeKey,
        @StandsFor("price_list.priority") int priority,
        @StandsFor("price_list.currency") String currency,
        @StandsFor("price_list.active") boolean active,
        FieldsBody custom,
        long version) {
    static PriceListBody of(PriceList list, Value.Fields own) {
        return new PriceListBody(
                list.id().value(),
                list.seller().value(),
                list.code(),
                list.name(),
                list.scope().name(),
                list.scopeKey(),
                list.priority(),
                list.currency().value(),
                list.active(),
                new FieldsBody(own),
                list.version());
    }

    /** A price list as sent by a client; the seller defaults to the partner acted for. */
    record Request(
            @Nullable UUID seller,
            @Nullable String code,
            @Nullable String name,
            @Nullable String scope,
            @Nullable String scopeKey,
            @Nullable Integer priority,
            @Nullable String currency,
            @Nullable Boolean active,
            @Nullable FieldsBody custom) {
        /** Returns it with what the caller does not replace as it is now (DD099). */
        Request over(PriceList now, Kept kept) {
            return new Request(
                    now.seller().value(),
                    kept.of("code", now.code(), code),
                    kept.of("name", now.name(), name),
                    kept.of("scope", now.scope().name(), scope),
                    kept.of("scope_key", now.scopeKey(), scopeKey),
                    kept.of("priority", now.priority(), priority),
                    kept.orGiven("currency", now.currency().value(), currency),
                    kept.orGiven("active", now.active(), active),
                    custom);
        }

        PartnerId owner() {
            return new PartnerId(seller == null ? TenantScope.caller().requirePartner() : seller);
        }

        Draft draft() {
            var violations = new Violations();
            var draft = new Draft(
                    violations.text("code", code, Integer.MAX_VALUE),
                    violations.text("name", name, Integer.MAX_VALUE),
                    violations.choice("scope", scope, PriceScope.class),
                    scopeKey,
                    violations.required("priority", priority, 0),
                    violations.currency(
                            "currency", currency, TenantScope.caller().tenant().currency()),
                    active == null || active,
                    custom == null ? Value.Fields.EMPTY : custom.values());
            violations.failIfAny(PricingProblem.PRICE_LIST_INVALID);
            return draft;
        }
    }
}
