package io.qudao.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Publishing;
import io.qudao.ui.PageTest;
import io.qudao.ui.component.DecimalField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records are found by choosing a field, a comparison and a value; nobody has to write an expression. */
class RecordsFilterIntegrationTests extends PageTest {
    private Caller admin;
    private UUID shop;

    @BeforeEach
    void publishVisits() {
        Publishing.publish(
                trade.admin(),
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"},\"plural\":{\"en\":\"Visits\"}}",
                "field/visit.score",
                "{\"label\":{\"en\":\"Score\"},\"type\":\"integer\"}");
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        shop = TenantScope.call(admin, () -> visit("Shop", 4));
        TenantScope.call(admin, () -> visit("Kiosk", 2));
        open(admin, RecordNavigation.OBJECTS + "/visit");
    }

    @Test
    void listsWhatAChosenConditionIsTrueOf() {
        assertThat(names()).containsExactlyInAnyOrder("Shop", "Kiosk");
        choose("score", FieldComparison.AT_LEAST);
        TenantScope.run(
                admin, () -> ((DecimalField) named("record-field-score").orElseThrow()).setValue(new BigDecimal("3")));
        click("condition-add");
        assertThat(names()).containsExactly("Shop");
        click("condition-remove");
        assertThat(names()).containsExactlyInAnyOrder("Shop", "Kiosk");
    }

    @Test
    void joinsConditionsAndAsksForAMissingValue() {
        choose("name", FieldComparison.CONTAINS);
        click("condition-add");
        var value = (TextField) named("record-field-name").orElseThrow();
        assertThat(value.isInvalid()).isTrue();
        TenantScope.run(admin, () -> value.setValue("k"));
        click("condition-add");
        assertThat(names()).containsExactly("Kiosk");
        choose("score", FieldComparison.EMPTY);
        click("condition-add");
        assertThat(names()).isEmpty();
    }

    @Test
    void callsTheSearchByTheFieldThatNamesTheRecords() {
        assertThat(((TextField) named("records-search").orElseThrow()).getPlaceholder())
                .isEqualTo("Search by Name");
        open(admin, RecordNavigation.OBJECTS + "/order");
        assertThat(((TextField) named("records-search").orElseThrow()).getPlaceholder())
                .isEqualTo("Search by Number");
    }

    @Test
    void saysWhoMadeARecord() {
        Publishing.publish(
                trade.admin(),
                "layout/visit.default",
                "{\"sections\":[{\"label\":{\"en\":\"Visit\"},\"columns\":1,\"fields\":[\"name\"]}]}");
        open(admin, RecordNavigation.OBJECTS + "/visit/" + shop);
        assertThat(named("record-fact-created_by").orElseThrow().getElement().getText())
                .isEqualTo("李雷");
        assertThat(named("record-fact-created_at")).isPresent();
        assertThat(named("record-fact-updated_at")).isPresent();
    }

    @SuppressWarnings("unchecked")
    private void choose(String name, FieldComparison how) {
        TenantScope.run(admin, () -> {
            var field = (ComboBox<Field>) named("condition-field").orElseThrow();
            field.setValue(field.getListDataView()
                    .getItems()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow());
            ((Select<FieldComparison>) named("condition-comparison").orElseThrow()).setValue(how);
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> names() {
        return TenantScope.call(
                admin,
                () -> ((Grid<Row>) named("records").orElseThrow())
                        .getListDataView()
                        .getItems()
                        .map(Row::name)
                        .toList());
    }

    private UUID visit(String name, long score) {
        var values = Map.of("name", Value.text(name), "score", Value.of(score));
        return context.getBean(Records.class)
                .create("visit", new Value.Fields(new LinkedHashMap<>(values)))
                .id();
    }

    private void click(String name) {
        TenantScope.run(admin, () -> {
            var button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}
