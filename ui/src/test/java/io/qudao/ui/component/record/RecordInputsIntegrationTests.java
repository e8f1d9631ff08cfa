package io.qudao.ui.component.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Inputs of a form fit the types of fields. */
class RecordInputsIntegrationTests extends PageTest {
    @Test
    void takesTimesInTheZoneOfTheTenantWhereverTheReaderIs() {
        var admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(admin, this::publishVisits);
        open(admin, "work/objects/visit/new");
        var picker = (DateTimePicker) named("record-field-due").orElseThrow();
        assertThat(picker.getHelperText()).isEqualTo(Tenant.HOME.getId());
    }

    @Test
    void showsCalendarsInTheLanguageOfTheReader() {
        var admin = member(trade.head, "brand_admin", Locale.SIMPLIFIED_CHINESE);
        TenantScope.run(admin, this::publishVisits);
        open(admin, "work/objects/visit/new");
        var day = (DatePicker) named("record-field-day").orElseThrow();
        var time = (DateTimePicker) named("record-field-due").orElseThrow();
        assertThat(time.getLocale()).isEqualTo(day.getLocale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        for (var words : List.of(day.getI18n(), time.getDatePickerI18n())) {
            assertThat(words.getToday()).isEqualTo("今天");
            assertThat(words.getCancel()).isEqualTo("取消");
            assertThat(words.getMonthNames()).startsWith("一月", "二月");
            assertThat(words.getWeekdays()).startsWith("星期日", "星期一");
        }
    }

    private void publishVisits() {
        var releases = context.getBean(Releases.class);
        releases.put(new Component(ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\"}}"));
        releases.put(
                new Component(ComponentKind.FIELD, "visit.due", "{\"label\":{\"en\":\"Due\"},\"type\":\"date_time\"}"));
        releases.put(new Component(ComponentKind.FIELD, "visit.day", "{\"label\":{\"en\":\"Day\"},\"type\":\"date\"}"));
        releases.publish("visits");
    }
}
