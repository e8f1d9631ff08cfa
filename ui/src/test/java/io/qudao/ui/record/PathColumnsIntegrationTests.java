package io.qudao.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import io.qudao.kernel.Value;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.record.Records;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that show fields behind look-ups. */
class PathColumnsIntegrationTests extends PageTest {
    @ParameterizedTest
    @CsvSource({"en, Outlet › Turnover, Outlet › Owner › Name", "zh-CN, 门店 › 营业额, 门店 › 负责人 › 姓名"})
    void showsFieldsOfOtherRecords(String language, String money, String owner) {
        var admin = member(trade.head, "brand_admin", Locale.forLanguageTag(language));
        TenantScope.run(admin, this::fill);
        open(admin, RecordNavigation.WORK + "/visit");
        var grid = (Grid<?>) named("records").orElseThrow();
        assertThat(grid.getColumns())
                .extracting(column -> column.getHeaderText())
                .contains(money, owner);
        assertThat(TenantScope.call(admin, PageTest::words)).contains("¥1,234.50", "李雷");
    }

    private void fill() {
        var releases = context.getBean(Releases.class);
        put(releases, ComponentKind.OBJECT, "outlet", "{\"label\":{\"en\":\"Outlet\",\"zh-CN\":\"门店\"}}");
        put(
                releases,
                ComponentKind.FIELD,
                "outlet.turnover",
                "{\"label\":{\"en\":\"Turnover\",\"zh-CN\":\"营业额\"},\"type\":\"money\"}");
        put(releases, ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\",\"zh-CN\":\"拜访\"}}");
        put(
                releases,
                ComponentKind.FIELD,
                "visit.outlet",
                "{\"label\":{\"en\":\"Outlet\",\"zh-CN\":\"门店\"},\"type\":\"lookup\",\"target\":\"outlet\"}");
        put(
                releases,
                ComponentKind.LIST_VIEW,
                "visit.all",
                "{\"label\":{\"en\":\"All\"},\"columns\":[\"name\",\"outlet.turnover\",\"outlet.owner.name\"]}");
        releases.publish("visits");
        var outlet = create("outlet", Map.of("name", Value.text("Corner"), "turnover", Value.text("1234.5")));
        create("visit", Map.of("name", Value.text("First"), "outlet", Value.of(outlet)));
    }

    private static void put(Releases releases, ComponentKind kind, String name, String json) {
        releases.put(new Component(kind, name, json));
    }

    private UUID create(String object, Map<String, Value> values) {
        return context.getBean(Records.class)
                .create(object, new Value.Fields(new LinkedHashMap<>(values)))
                .id();
    }
}
