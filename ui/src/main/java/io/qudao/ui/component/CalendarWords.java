package io.qudao.ui.component;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Translates calendars to the reader's language. */
public final class CalendarWords {
    private static final List<DayOfWeek> DAYS = List.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY);

    private CalendarWords() {}

    /** Returns the picker, translated to the reader's language. */
    public static DatePicker in(DatePicker picker) {
        picker.setLocale(Texts.locale());
        picker.setI18n(words(Texts.locale()));
        return picker;
    }

    /** Returns the picker, translated to the reader's language. */
    public static DateTimePicker in(DateTimePicker picker) {
        picker.setLocale(Texts.locale());
        picker.setDatePickerI18n(words(Texts.locale()));
        picker.setI18n(new DateTimePicker.DateTimePickerI18n()
                .setDateLabel(Texts.of("calendar.date"))
                .setTimeLabel(Texts.of("calendar.time"))
                .setBadInputErrorMessage(Texts.of("calendar.malformed"))
                .setIncompleteInputErrorMessage(Texts.of("calendar.incomplete")));
        return picker;
    }

    static DatePicker.DatePickerI18n words(Locale locale) {
        return new DatePicker.DatePickerI18n()
                .setToday(Texts.of("calendar.today"))
                .setCancel(Texts.of("action.cancel"))
                .setBadInputErrorMessage(Texts.of("calendar.malformed"))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % DAYS.size())
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.NARROW_STANDALONE, locale));
    }

    private static List<String> days(TextStyle style, Locale locale) {
        return DAYS.stream().map(day -> day.getDisplayName(style, locale)).toList();
    }
}
