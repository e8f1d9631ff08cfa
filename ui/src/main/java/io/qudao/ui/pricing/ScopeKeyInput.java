package io.qudao.ui.pricing;

import com.vaadin.flow.component.combobox.ComboBox;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceScope;
import io.qudao.record.Query;
import io.qudao.record.Records;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.FieldInputs;
import io.qudao.ui.component.record.RecordInput;
import io.qudao.ui.component.record.Visible;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a price list is for: a partner by name, or a price group or region that is known or typed anew. */
@Component
class ScopeKeyInput implements FieldInputs {
    private static final int MOST = 50;

    private final Partners partners;
    private final PriceLists prices;
    private final Records records;

    ScopeKeyInput(Partners partners, PriceLists prices, Records records) {
        this.partners = partners;
        this.prices = prices;
        this.records = records;
    }

    /** @param key as it is kept: of a partner its id */
    private record Choice(String key, String name) {}

    @Override
    public Optional<RecordInput> of(String object, Field field) {
        return object.equals("price_list") && field.name().equals("scope_key")
                ? Optional.of(input(field))
                : Optional.empty();
    }

    private RecordInput input(Field field) {
        var box = new ComboBox<Choice>();
        var keys = keys();
        box.setItemLabelGenerator(Choice::name);
        box.setPlaceholder(Texts.of("prices.scope.key"));
        box.setHelperText(Texts.of("prices.scope.key.help"));
        box.setClearButtonVisible(true);
        box.setAllowCustomValue(true);
        box.addCustomValueSetListener(typed -> box.setValue(
                new Choice(typed.getDetail().strip(), typed.getDetail().strip())));
        box.setItems(query -> query.getOffset() > 0
                ? Stream.of()
                : choices(query.getFilter().orElse("").strip(), keys).limit(query.getLimit()));
        return RecordInput.of(
                field,
                box,
                choice -> Value.text(choice.key()),
                value -> value instanceof Value.Text(var key) && !key.isEmpty() ? chosen(key) : null);
    }

    private Stream<Choice> choices(String typed, List<String> keys) {
        var named = keys.stream()
                .filter(key -> key.toLowerCase(Texts.locale()).contains(typed.toLowerCase(Texts.locale())))
                .map(key -> new Choice(key, key));
        if (!TenantScope.caller().may("partner.read")) {
            return named;
        }
        var filter = new Partners.Filter(null, null, null, PartnerStatus.ACTIVE, typed.isEmpty() ? null : typed);
        return Stream.concat(
                named, partners.list(filter, null, MOST).items().stream().map(ScopeKeyInput::choice));
    }

    /** Price groups that accounts are in, and groups and regions that lists are for. */
    private List<String> keys() {
        var ofLists = prices.list(null, null, MOST).items().stream()
                .filter(list -> list.scope() == PriceScope.GROUP || list.scope() == PriceScope.REGION)
                .map(PriceList::scopeKey);
        return Stream.concat(ofLists, groups().stream())
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> groups() {
        try {
            var query = Query.of("account").only(List.of("price_group")).where("price_group != null");
            return records.list(query.first(Query.MOST)).rows().stream()
                    .flatMap(row -> row.value("price_group") instanceof Value.Text(var group)
                            ? Stream.of(group)
                            : Stream.empty())
                    .toList();
        } catch (ProblemException notReadable) {
            return List.of();
        }
    }

    private Choice chosen(String key) {
        var id = id(key);
        return id == null
                ? new Choice(key, key)
                : partners.find(new PartnerId(id))
                        .map(ScopeKeyInput::choice)
                        .orElseGet(() -> new Choice(key, Texts.of("records.not.readable")));
    }

    private static Choice choice(Partner partner) {
        var code = Visible.text(partner.code(), "partner.code");
        return new Choice(
                partner.id().value().toString(), code.isEmpty() ? partner.name() : partner.name() + " · " + code);
    }

    private static @Nullable UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException group) {
            return null;
        }
    }
}
