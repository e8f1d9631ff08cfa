package io.qudao.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.Value;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Publication;
import io.qudao.partner.Partner;
import io.qudao.record.Records;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of the tenant's own objects in the portal, for partners whom they are granted to. */
class PartnersRecordsIntegrationTests extends PageTest {
    private static final String LIST = "objects/loan";

    private Caller admin;
    private Caller dealer;

    @BeforeEach
    void grantLoans() {
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(admin, () -> {
            put(ComponentKind.OBJECT, "loan", """
                    {"label":{"en":"Loan","zh-CN":"借用"},"plural":{"en":"Loans","zh-CN":"借用单"}}""");
            put(ComponentKind.FIELD, "loan.fridge", """
                    {"label":{"en":"Fridge","zh-CN":"冰柜"},"type":"text"}""");
            put(ComponentKind.PERMISSION_SET, "packer", """
                    {"label":{"en":"Packer"},"permissions":["order.read"]}""");
            var access = new Access("dealer", "loan", Level.PARTNER, Set.of());
            releases().publish(new Publication("Loans", false, null, List.of(access)));
        });
        dealer = member(trade.outlet, "dealer", Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"en, Loans", "zh-CN, 借用单"})
    void linksToTheirListsFromTheStartPages(String language, String name) {
        var reader = dealer.reading(Locale.forLanguageTag(language));
        open(reader, "");
        assertThat(link("quick-objects-loan").getHref()).isEqualTo("/" + LIST);
        open(reader, "me");
        assertThat(link("me-objects-loan").getHref()).isEqualTo("/" + LIST);
        assertThat(TenantScope.call(reader, PageTest::words)).contains(name);
        open(member(trade.outlet, "packer", Locale.ENGLISH), "me");
        assertThat(named("me-objects-loan")).isEmpty();
    }

    @Test
    void letsThemAddAndChangeRecords() {
        open(dealer, LIST);
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Loans · " + trade.tenant.name());
        assertThat(TenantScope.call(dealer, PageTest::words))
                .contains("Add the first one, or change the search above.");
        click("record-first");
        assertThat(address()).isEqualTo(LIST + "/new");
        fill("record-field-name", "Corner");
        click("record-save");
        assertThat(address()).matches(LIST + "/[0-9a-f-]{36}");
        assertThat(link("back").getHref()).isEqualTo("/" + LIST);
        fill("record-field-fridge", "F-17");
        click("record-save");
        var id = UUID.fromString(address().substring(LIST.length() + 1));
        var row = TenantScope.call(admin, () -> context.getBean(Records.class).read("loan", id));
        assertThat(row.value("fridge")).isEqualTo(Value.text("F-17"));
        assertThat(row.value("owner_partner"))
                .isEqualTo(Value.of(trade.outlet.id().value()));
        open(dealer, LIST);
        assertThat(TenantScope.call(dealer, PageTest::words)).contains("Corner", "F-17");
    }

    @Test
    void leavesConditionsAndTheBuilderToTheBrand() {
        open(dealer, LIST);
        assertThat(shown("records-search")).isTrue();
        assertThat(shown("records-filter")).isFalse();
        assertThat(named("records-shape")).isEmpty();
        open(admin, "work/" + LIST);
        assertThat(shown("records-filter")).isTrue();
        assertThat(named("records-shape")).isPresent();
    }

    @Test
    void leadsFromAPageOfTheWrongFaceToTheRightOne() {
        var page = LIST + "/" + lend(trade.outlet);
        for (var address : List.of("objects", LIST, LIST + "/new", page)) {
            open(dealer, "work/" + address);
            assertThat(address()).isEqualTo(address);
            open(admin, address);
            assertThat(address()).isEqualTo("work/" + address);
        }
        open(dealer, "work/orders");
        assertThat(named("error-home")).isPresent();
    }

    @Test
    void showsNothingToThoseWhoMayReadNothing() {
        var packer = member(trade.outlet, "packer", Locale.ENGLISH);
        open(packer, "objects");
        assertThat(TenantScope.call(packer, PageTest::words))
                .contains("Lists appear here as soon as your supplier shares them with you.");
        open(packer, LIST);
        assertThat(named("error-home")).isPresent();
    }

    private UUID lend(Partner partner) {
        var values = new LinkedHashMap<String, Value>(Map.of("name", Value.text("Corner")));
        return TenantScope.call(
                member(partner, "dealer", Locale.ENGLISH),
                () -> context.getBean(Records.class)
                        .create("loan", new Value.Fields(values))
                        .id());
    }

    private void put(ComponentKind kind, String name, String json) {
        releases().put(new io.qudao.metadata.Component(kind, name, json));
    }

    private Releases releases() {
        return context.getBean(Releases.class);
    }

    private static String address() {
        return Objects.requireNonNull(UI.getCurrent().getInternals().getActiveViewLocation())
                .getPath();
    }

    private static boolean shown(String name) {
        return named(name).orElseThrow().isVisible();
    }

    private static Anchor link(String name) {
        return (Anchor) named(name).orElseThrow();
    }

    private void fill(String name, String text) {
        TenantScope.run(dealer, () -> ((TextField) named(name).orElseThrow()).setValue(text));
    }

    private void click(String name) {
        TenantScope.run(dealer, () -> {
            Component button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}
