package io.qudao.pricing.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Violations;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceScope;
import io.qudao.pricing.PricingProblem;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import io.qudao.record.Row;
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
        var draft = draft(given, currency);
        return RecordCommands.naming(PriceListRecords::field, () -> lists.create(owner, draft))
                .id()
                .value();
    }

    @Override
    public void change(Row now, RecordValues given) {
        var whole = given.over(now);
        var draft = draft(whole, new CurrencyCode(whole.text("currency", "")));
        RecordCommands.naming(
                PriceListRecords::field, () -> lists.update(new PriceListId(now.id()), now.version(), draft));
    }

    private static Draft draft(RecordValues values, CurrencyCode currency) {
        var priority = values.whole("priority", null);
        return new Draft(
                values.text("code", ""),
                values.text("name", ""),
                values.choice("scope", PriceScope.BASE),
                values.text("scope_key", ""),
                priority == null ? 0 : Math.clamp(priority, Integer.MIN_VALUE, Integer.MAX_VALUE),
                currency,
                values.truth("active", true),
                values.own());
    }

    private static String field(String part) {
        return part.equals("scopeKey") ? "scope_key" : part.substring(part.lastIndexOf('.') + 1);
    }
}
