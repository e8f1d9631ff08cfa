package io.qudao.ui.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import io.qudao.credit.Credit;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.record.RecordProblem;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Publishing;
import io.qudao.ui.PageTest;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.record.OwnFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form loses nothing: neither what was typed nor what was there before. */
class RecordViewIntegrationTests extends PageTest {
    private Caller admin;
    private UUID shop;

    @BeforeEach
    void openAShop() {
        Publishing.publish(
                trade.admin(),
                "object/shop",
                "{\"label\":{\"en\":\"Shop\"},\"plural\":{\"en\":\"Shops\"}}",
                "field/shop.phone",
                "{\"label\":{\"en\":\"Phone\"},\"type\":\"text\"}",
                "field/shop.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"length\":20,\"unique\":true}",
                "field/shop.note",
                "{\"label\":{\"en\":\"Note\"},\"type\":\"text\"}",
                "field/shop.opened",
                "{\"label\":{\"en\":\"Opened\"},\"type\":\"date\"}",
                "field/shop.rent",
                "{\"label\":{\"en\":\"Rent\"},\"type\":\"money\"}",
                "field/shop.next",
                "{\"label\":{\"en\":\"Next\"},\"type\":\"lookup\",\"target\":\"shop\"}",
                "field/partner.since",
                "{\"label\":{\"en\":\"Since\"},\"type\":\"date\"}");
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        shop = shop(Map.of("name", Value.text("华联"), "code", Value.text("H1"), "phone", Value.text("1")));
    }

    @Test
    void keepsADateAndAnAmountThatAreOverwrittenWithSomethingElse() { // PP-03
        patch(Map.of("opened", Value.text("2026-05-01"), "rent", Value.text("12.50")));
        openShop();
        run(() -> {
            type(named("record-field-opened").orElseThrow(), "2026-13-45");
            type(named("record-amount-rent").orElseThrow(), "1-2");
        });
        click("record-save");
        assertThat(isInvalid("record-field-opened")).isTrue();
        assertThat(isInvalid("record-field-rent")).isTrue();
        assertThat(read().value("opened")).isEqualTo(Value.of(java.time.LocalDate.of(2026, 5, 1)));
        assertThat(read().value("rent").isNull()).isFalse();
    }

    @Test
    void refusesWhatCannotBeReadInOwnFieldsOfTheBusiness() { // PP-03
        open(admin, "work");
        run(() -> {
            var form = context.getBean(OwnFields.class).form("partner", "More", "custom.");
            UI.getCurrent().add(form);
            type(named("record-field-since").orElseThrow(), "2026-13-45");
            assertThatThrownBy(form::values).isInstanceOfSatisfying(ProblemException.class, refused -> {
                assertThat(refused.problem()).isEqualTo(RecordProblem.INVALID);
                assertThat(refused.violations())
                        .extracting(violation -> violation.field() + ":" + violation.code())
                        .containsExactly("custom.since:malformed");
            });
            assertThat(form.texts()).isEmpty();
        });
    }

    @Test
    void takesNoUnreadableAmountForAnOpenLimit() { // PP-03
        trade.limit(trade.distributor, trade.outlet, "100.00");
        var seller = member(trade.distributor, "dealer", Locale.ENGLISH);
        open(seller, "customers");
        TenantScope.run(seller, () -> {
            fire("change-limit");
            roundTrip();
            type(named("limit-amount").orElseThrow(), "1-2");
            fire("limit-save");
        });
        assertThat(isInvalid("limit-amount")).isTrue();
        var account = trade.account(trade.distributor, trade.outlet);
        assertThat(TenantScope.call(seller, () -> context.getBean(Credit.class).standing(account))
                        .limit())
                .isEqualTo(trade.yuan("100.00"));
    }

    @Test
    void savesBesideWhatSomebodyElseHasSaved() { // PP-04
        openShop();
        patch(Map.of("phone", Value.text("2")));
        run(() -> text("note").setValue("mine"));
        click("record-save");
        assertThat(read().value("phone")).isEqualTo(Value.text("2"));
        assertThat(read().value("note")).isEqualTo(Value.text("mine"));
        assertThat(said("record-met")).contains("Phone").doesNotContain("Note", "Changed");
        assertThat(text("phone").getValue()).isEqualTo("2");
    }

    @Test
    void letsChooseBetweenTwoTextsForOneField() { // PP-04
        openShop();
        patch(Map.of("note", Value.text("theirs"), "phone", Value.text("2")));
        run(() -> text("note").setValue("mine"));
        click("record-save");
        assertThat(read().value("note")).isEqualTo(Value.text("theirs"));
        assertThat(text("note").getValue()).isEqualTo("mine");
        assertThat(said("record-stale")).contains("theirs", "Note");
        click("record-save");
        assertThat(read().value("note")).isEqualTo(Value.text("mine"));
        assertThat(read().value("phone")).isEqualTo(Value.text("2"));
        patch(Map.of("note", Value.text("again")));
        run(() -> text("note").setValue("other"));
        click("record-save");
        click("record-take-note");
        assertThat(text("note").getValue()).isEqualTo("again");
        assertThat(named("record-stale").orElseThrow().isVisible()).isFalse();
    }

    @Test
    void asksOnceBeforeItIsLeft() { // PP-10
        openShop();
        run(() -> {
            text("note").setValue("typed");
            Pages.open("work");
            Pages.open("work/objects");
            Pages.open("work");
        });
        run(PageTest::words);
        assertThat(all(UI.getCurrent())
                        .filter(part -> "confirm".equals(part.getElement().getAttribute("data-test")))
                        .count())
                .isEqualTo(1);
        click("confirm-no");
        assertThat(text("note").getValue()).isEqualTo("typed");
    }

    @Test
    void saysThatARecordWentOutOfSight() { // PP-33
        Publishing.publish(
                trade.admin(),
                "permission_set/inspector",
                "{\"label\":{\"en\":\"I\"},\"objects\":{\"shop\":{\"create\":true,\"read\":true,\"update\":true,"
                        + "\"assign\":true},\"member\":{\"read\":true,\"rows\":\"all\"}}}",
                "layout/shop.default",
                "{\"sections\":[{\"label\":{\"en\":\"Shop\"},\"columns\":1,\"fields\":[\"name\",\"owner\"]}]}");
        var inspector = member(trade.head, "inspector", Locale.ENGLISH);
        var own = TenantScope.call(inspector, () -> create(Map.of("name", Value.text("Mine"))));
        var colleague = admin.member();
        open(inspector, "work/objects/shop/" + own);
        TenantScope.run(inspector, () -> {
            var version = context.getBean(Records.class).read("shop", own).version();
            assertThat(version).isEqualTo(1);
            handOver(colleague);
            fire("record-save");
            roundTrip();
        });
        assertThat(TenantScope.call(
                        inspector, () -> context.getBean(Records.class).find("shop", own)))
                .isEmpty();
        assertThat(named("notice-done").orElseThrow().getElement().getText()).contains("no longer see");
    }

    @Test
    void findsWhatIsLookedUpByItsCodeToo() { // PP-19
        var other = shop(Map.of("name", Value.text("华联"), "code", Value.text("H2")));
        openShop();
        assertThat(choices("华联")).containsExactlyInAnyOrder("华联 · H1", "华联 · H2");
        assertThat(choices("h2")).containsExactly("华联 · H2");
        patch(Map.of("next", Value.of(other)));
        openShop();
        assertThat(TenantScope.call(admin, () -> label(box().getValue()))).isEqualTo("华联 · H2");
    }

    @SuppressWarnings("unchecked")
    private void handOver(UUID colleague) {
        var owner = (ComboBox<Object>) named("record-field-owner").orElseThrow();
        var items = (DataProvider<Object, String>) owner.getDataProvider();
        owner.setValue(items.fetch(new com.vaadin.flow.data.provider.Query<>(0, 50, List.of(), null, ""))
                .filter(each -> each.toString().contains(colleague.toString()))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> box() {
        return (ComboBox<Object>) named("record-field-next").orElseThrow();
    }

    private String label(Object choice) {
        return box().getItemLabelGenerator().apply(choice);
    }

    @SuppressWarnings("unchecked")
    private List<String> choices(String typed) {
        return TenantScope.call(
                admin,
                () -> ((DataProvider<Object, String>) box().getDataProvider())
                        .fetch(new com.vaadin.flow.data.provider.Query<>(0, 50, List.of(), null, typed))
                        .map(this::label)
                        .toList());
    }

    private void openShop() {
        open(admin, "work/objects/shop/" + shop);
    }

    private UUID shop(Map<String, Value> values) {
        return TenantScope.call(admin, () -> create(values));
    }

    private UUID create(Map<String, Value> values) {
        return context.getBean(Records.class)
                .create("shop", new Value.Fields(new LinkedHashMap<>(values)))
                .id();
    }

    private void patch(Map<String, Value> values) {
        var changes = new Value.Fields(new LinkedHashMap<>(values));
        TenantScope.run(admin, () -> context.getBean(Records.class).patch("shop", shop, read().version(), changes));
    }

    private Row read() {
        return TenantScope.call(admin, () -> context.getBean(Records.class).read("shop", shop));
    }

    private TextField text(String field) {
        return (TextField) named("record-field-" + field).orElseThrow();
    }

    private static boolean isInvalid(String name) {
        return ((HasValidationProperties) named(name).orElseThrow()).isInvalid();
    }

    private static String said(String name) {
        return named(name).orElseThrow().getElement().getTextRecursively();
    }

    private void run(Runnable work) {
        TenantScope.run(admin, () -> {
            work.run();
            roundTrip();
        });
    }

    private void click(String name) {
        run(() -> fire(name));
    }

    private static void fire(String name) {
        var button = named(name).orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }
}
