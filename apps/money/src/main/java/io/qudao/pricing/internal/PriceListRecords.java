package io.qudao.pricing.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceScope;
import io.qudao.pricing.PricingProblem;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import io.qudao.tenancy.TenantScope;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Price lists, without their entries, as records. */
@Component
class PriceListRecords implements RecordCommands.Creates, RecordCommands.Changes {
    private final PriceLists lists;

    PriceListRecords(PriceLists lists) {
        this.lists = lists;
    }

    @Override
    public String object() {
        return PricingConfiguration.PRICE_LIST;
    }

    @Override
    public UUID create(RecordValues given) {
        var violations = new Violations();
        String code = given.text("currency", "");
        var currency = violations.currency(
                "currency",
                code.isEmpty() ? null : code,
                TenantScope.caller().tenant().currency());
        violations.failIfAny(PricingProblem.PRICE_LIST_INVALID);
        var seller = given.reference("seller", null);
        var owner = new PartnerId(seller == null ? TenantScope.caller().requirePartner() : seller);
        var draft = draft(given, new Draft("", "", PriceScope.BASE, null, 0, currency, true), currency);
        return RecordCommands.naming(PriceListRecords::field, () -> lists.create(owner, draft))
                .id()
                .value();
    }

    @Override
    public void change(UUID id, long version, RecordValues given) {
        var now = lists.find(new PriceListId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, object(), id));
        var draft = draft(
                given,
                new Draft(
                        now.code(),
                        now.name(),
                        now.scope(),
                        now.scopeKey(),
                        now.priority(),
                        now.currency(),
                        now.active()),
                now.currency());
        RecordCommands.naming(PriceListRecords::field, () -> lists.update(now.id(), version, draft));
    }

    private static Draft draft(RecordValues given, Draft now, CurrencyCode currency) {
        var key = now.scopeKey();
        var priority = given.whole("priority", (long) now.priority());
        return new Draft(
                given.text("code", now.code()),
                given.text("name", now.name()),
                given.choice("scope", now.scope()),
                given.text("scope_key", key == null ? "" : key),
                priority == null ? 0 : Math.clamp(priority, Integer.MIN_VALUE, Integer.MAX_VALUE),
                currency,
                given.truth("active", now.active()),
                given.own());
    }

    private static String field(String part) {
        return part.equals("scopeKey") ? "scope_key" : part.substring(part.lastIndexOf('.') + 1);
    }
}
