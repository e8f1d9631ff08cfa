package io.qudao.ui.component.record;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.Records;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.CalendarWords;
import io.qudao.ui.component.DecimalField;
import io.qudao.ui.component.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the input that fits a field's type. */
public final class RecordInputs {
    private static final int LONG_TEXT = 500;

    private final Records records;
    private final ReleaseView release;
    private final List<FieldInputs> special;

    /** @param special inputs of features, which come first */
    public RecordInputs(Records records, ReleaseView release, List<FieldInputs> special) {
        this.records = records;
        this.release = release;
        this.special = List.copyOf(special);
    }

    public RecordInput of(String object, Field field) {
        return special.stream()
                .flatMap(inputs -> inputs.of(object, field).stream())
                .findFirst()
                .orElseGet(() -> of(field));
    }

    /** The usual input of a type. */
    public RecordInput of(Field field) {
        return switch (field.type()) {
            case TEXT -> text(field);
            case INTEGER -> integer(field);
            case DECIMAL -> decimal(field);
            case BOOLEAN -> yesOrNo(field);
            case DATE -> RecordInput.of(field, CalendarWords.in(new DatePicker()), Value::of, RecordInputs::date);
            case DATE_TIME -> moment(field);
            case PICKLIST -> picklist(field);
            case LOOKUP -> RecordLookup.input(field, records, release);
            case MONEY -> RecordInput.of(field, new RecordMoney(field), Value::of, RecordMoney::of);
        };
    }

    private static RecordInput text(Field field) {
        if (field.length() > LONG_TEXT) {
            var area = new TextArea();
            area.setMaxLength(field.length());
            return RecordInput.of(field, area, Value::text, RecordInputs::plain);
        }
        var line = new TextField();
        if (field.length() > 0) {
            line.setMaxLength(field.length());
        }
        return RecordInput.of(field, line, Value::text, RecordInputs::plain);
    }

    private static RecordInput integer(Field field) {
        return RecordInput.of(
                field,
                new DecimalField(),
                Value::of,
                value -> value instanceof Value.Int(var number) ? BigDecimal.valueOf(number) : null);
    }

    private static RecordInput decimal(Field field) {
        return RecordInput.of(
                field,
                new DecimalField(),
                Value::of,
                value -> value instanceof Value.Decimal(var number) ? number : null);
    }

    private static RecordInput yesOrNo(Field field) {
        var input = RecordInput.of(
                field, new Checkbox(), Value::of, value -> value instanceof Value.Bool(var yes) ? yes : null);
        // An unticked box means "no", not "unknown".
        return new RecordInput(
                field,
                input.component(),
                input.marks(),
                input.changes(),
                () -> Value.of(input.changes() instanceof Checkbox box && box.getValue()),
                input.write());
    }

    /** A time in the tenant's zone, which the input names, as in files and rules. */
    private static RecordInput moment(Field field) {
        var zone = TenantScope.caller().tenant().zone();
        var picker = CalendarWords.in(new DateTimePicker());
        picker.setStep(Duration.ofMinutes(1));
        picker.setHelperText(zone.getId());
        return RecordInput.of(
                field,
                picker,
                local -> Value.of(local.atZone(zone).toInstant()),
                value -> value instanceof Value.DateTime(var at) ? LocalDateTime.ofInstant(at, zone) : null);
    }

    private static RecordInput picklist(Field field) {
        var box = new ComboBox<Field.Option>();
        box.setItems(field.options());
        box.setItemLabelGenerator(option -> option.label().in(Texts.locale()));
        box.setClearButtonVisible(!field.required());
        return RecordInput.of(
                field,
                box,
                option -> Value.text(option.value()),
                value -> field.options().stream()
                        .filter(option -> value.equals(Value.text(option.value())))
                        .findFirst()
                        .orElse(null));
    }

    private static String plain(Value value) {
        return value instanceof Value.Text(var text) ? text : "";
    }

    private static @Nullable LocalDate date(Value value) {
        return value instanceof Value.Date(var date) ? date : null;
    }
}
