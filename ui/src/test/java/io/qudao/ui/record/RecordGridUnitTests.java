package io.qudao.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Placement;
import io.qudao.metadata.Storage;
import io.qudao.record.Row;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.record.RecordTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that show fields behind look-ups. */
class RecordGridUnitTests {
    private static final ObjectType VISIT = new ObjectType(
            7,
            "visit",
            Label.of("Visit", "拜访"),
            Label.of("Visits", "拜访"),
            new Storage.Cell("engine.rec_07"),
            ObjectType.Commands.ALL,
            "name",
            List.of(),
            "hash");

    @ParameterizedTest
    @CsvSource({"en, Outlet › Turnover", "zh-CN, 门店 › 营业额"})
    void namesThemByTheWayAndShowsThemByTheirType(String language, String header) {
        var path = field("turnover", Label.of("Turnover", "营业额"), DataType.MONEY)
                .behind(field("outlet", Label.of("Outlet", "门店"), DataType.LOOKUP));
        var values = new LinkedHashMap<String, Value>();
        values.put("outlet.turnover", Value.of(Money.of("1234.5", CurrencyCode.CNY)));
        var row = new Row("visit", Ids.next(), 1, "First", values, Map.of());
        TenantScope.call(reader(language), () -> {
            var grid = new Grid<Row>();
            RecordGrid.prepare(grid, VISIT, List.of(path), RecordNavigation.WORK + "/visit");
            var column = grid.getColumns().getFirst();
            assertThat(column.getHeaderText()).isEqualTo(header);
            assertThat(column.getTextAlign()).isEqualTo(ColumnTextAlign.END);
            assertThat(RecordTexts.text(path, row)).isEqualTo("¥1,234.50");
            return grid;
        });
    }

    /** Partners stay in the portal, the brand in the workspace. */
    @ParameterizedTest
    @ValueSource(strings = {RecordNavigation.OBJECTS, RecordNavigation.WORK})
    void leadsFromItsCardsToTheRecordsOfItsList(String objects) {
        var row = new Row("visit", Ids.next(), 1, "First", new LinkedHashMap<>(), Map.of());
        TenantScope.call(reader("en"), () -> {
            var grid = new Grid<Row>();
            RecordGrid.prepare(grid, VISIT, List.of(), objects + "/visit");
            var card = card(grid, row);
            var link = (Anchor) card.getChildren()
                    .flatMap(Component::getChildren)
                    .flatMap(Component::getChildren)
                    .findFirst()
                    .orElseThrow();
            assertThat(link.getText()).isEqualTo("First");
            assertThat(link.getHref()).isEqualTo("/" + objects + "/visit/" + row.id());
            return grid;
        });
    }

    @SuppressWarnings("unchecked")
    private static Component card(Grid<Row> grid, Row row) {
        var renderer = grid.getColumns().getLast().getRenderer();
        return ((ComponentRenderer<Component, Row>) renderer).createComponent(row);
    }

    private static Caller reader(String language) {
        var tenant = new Tenant(new TenantId(7), "seven", "Seven", new ShardId("s0"), Locale.ENGLISH, CurrencyCode.CNY);
        return Caller.platform(tenant).reading(Locale.forLanguageTag(language));
    }

    private static Field field(String name, Label label, DataType type) {
        return new Field(
                name,
                name,
                label,
                type,
                18,
                2,
                0,
                false,
                false,
                false,
                false,
                true,
                null,
                false,
                List.of(),
                null,
                false,
                new Placement.Document());
    }
}
