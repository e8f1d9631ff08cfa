package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import io.qudao.kernel.Value;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.record.Records;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the builder says of the records that are there, before and after a publish. */
class PlanFindingsIntegrationTests extends PageTest {
    private static final String CODE = "{\"label\":{\"en\":\"Code\",\"zh-CN\":\"编码\"},\"type\":\"text\",\"unique\":%s}";

    @ParameterizedTest
    @CsvSource({
        "en, 'Records that share a value with another record: 2', 'Unique: records that violate it: 2'",
        "zh-CN, '有 2 条记录的值与其他记录重复', '唯一：有 2 条记录不符合'"
    })
    void saysWhatStandsAgainstAPlan(String language, String found, String failed) {
        var admin = member(trade.head, "brand_admin", Locale.forLanguageTag(language));
        TenantScope.run(admin, this::fill);
        open(admin, BuilderNavigation.PLAN);
        assertThat(text(admin, "plan-findings")).contains(found).contains("twin");
        click(admin, "build-publish");
        assertThat(TenantScope.call(admin, PageTest::words))
                .filteredOn(word -> word.contains(found))
                .as("on the page and in the dialog")
                .hasSize(2);
        click(admin, "publish-confirm");
        open(admin, BuilderNavigation.OBJECTS + "/objects/visit");
        assertThat(text(admin, "constraint-code-UNIQUE")).isEqualTo(failed);
    }

    private String text(Caller caller, String name) {
        return TenantScope.call(
                caller, () -> named(name).orElseThrow().getElement().getTextRecursively());
    }

    private void click(Caller caller, String name) {
        TenantScope.run(caller, () -> {
            var button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }

    private void fill() {
        var releases = context.getBean(Releases.class);
        releases.put(new Component(ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\",\"zh-CN\":\"拜访\"}}"));
        releases.put(new Component(ComponentKind.FIELD, "visit.code", CODE.formatted(false)));
        releases.publish("visits");
        for (int number = 0; number < 2; number++) {
            var values = new LinkedHashMap<String, Value>();
            values.put("name", Value.text("v"));
            values.put("code", Value.text("twin"));
            context.getBean(Records.class).create("visit", new Value.Fields(values));
        }
        releases.put(new Component(ComponentKind.FIELD, "visit.code", CODE.formatted(true)));
    }
}
