package io.qudao.ui.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import io.qudao.kernel.CurrencyCode;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whom a price list is for is chosen by name. */
class ScopeKeyIntegrationTests extends PageTest {
    private Caller admin;

    @Test
    void choosesThePartnerOfAContractByName() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        list("GOLD", PriceScope.GROUP, "gold");
        var contract = list("C1", PriceScope.CONTRACT, trade.outlet.id().value().toString());
        open(admin, "work/objects/price_list/" + contract.id().value());
        TenantScope.run(admin, () -> {
            assertThat(name(box().getValue())).isEqualTo(trade.outlet.name() + " · O1");
            assertThat(choices(""))
                    .extracting(this::name)
                    .contains("gold", trade.otherOutlet.name() + " · O2"); // PP-19
            box().setValue(choices(trade.otherOutlet.name()).getFirst());
            click("record-save");
        });
        var saved = TenantScope.call(admin, () -> prices().find(contract.id())).orElseThrow();
        assertThat(saved.scopeKey()).isEqualTo(trade.otherOutlet.id().value().toString());
    }

    private PriceList list(String code, PriceScope scope, String key) {
        var draft = new PriceLists.Draft(code, code, scope, key, 1, CurrencyCode.CNY, true);
        return TenantScope.call(admin, () -> prices().create(trade.head.id(), draft));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> box() {
        return (ComboBox<Object>) named("record-field-scope_key").orElseThrow();
    }

    private String name(Object choice) {
        return box().getItemLabelGenerator().apply(choice);
    }

    private List<Object> choices(String typed) {
        @SuppressWarnings("unchecked")
        var items = (com.vaadin.flow.data.provider.DataProvider<Object, String>) box().getDataProvider();
        return items.fetch(new Query<>(0, 50, List.of(), null, typed)).toList();
    }

    private void click(String name) {
        Component button = named(name).orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        roundTrip();
    }

    private PriceLists prices() {
        return context.getBean(PriceLists.class);
    }
}
