package io.qudao.ui.component.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Formats the values of records for people. */
public final class RecordTexts {
    /** Standard fields that hold a unit's code. */
    private static final Set<String> UNITS = Set.of("sku.base_unit", "order_line.unit");

    /** Standard text fields that may contain the id of a record, with its object: the buyer of a price list. */
    private static final Map<String, String> IDS = Map.of("price_list.scope_key", "partner");

    private RecordTexts() {}

    /** Reads the record with this id and the names of the records it refers to. */
    public static Row read(Records records, VisibleType type, UUID id) {
        return labelled(records, type.fields(), records.read(type.type().name(), id));
    }

    /** Adds the names of the records that these fields refer to. */
    static Row labelled(Records records, List<Field> fields, Row row) {
        return labelled(records, fields, List.of(row)).getFirst();
    }

    /** The same for many rows, with one look-up of names for each object. */
    static List<Row> labelled(Records records, List<Field> fields, List<Row> rows) {
        var referred = new HashMap<String, Set<UUID>>();
        for (var row : rows) {
            for (var field : fields) {
                if (field.target() != null && row.value(field.name()) instanceof Value.Ref(var other)) {
                    referred.computeIfAbsent(field.target(), target -> new HashSet<>())
                            .add(other);
                }
            }
            hidden(fields, row)
                    .forEach((target, ids) -> referred.computeIfAbsent(target, each -> new HashSet<>())
                            .addAll(ids));
        }
        var labels = new HashMap<UUID, String>();
        referred.forEach((target, ids) -> labels.putAll(records.labels(target, ids)));
        return rows.stream().map(row -> called(row, labels)).toList();
    }

    /** A record is called as the one that its name field refers to, where it does. */
    private static Row called(Row row, Map<UUID, String> labels) {
        var name = id(row.name()).map(labels::get).orElse(row.name());
        return new Row(row.object(), row.id(), row.version(), name, row.values(), labels);
    }

    /** Adds names for ids in text fields to the rows of a list, which already has the names for look-ups. */
    public static List<Row> named(Records records, List<Field> fields, List<Row> rows) {
        var wanted = new HashMap<String, Set<UUID>>();
        rows.forEach(row -> hidden(fields, row)
                .forEach((target, ids) ->
                        wanted.computeIfAbsent(target, each -> new HashSet<>()).addAll(ids)));
        var labels = new HashMap<UUID, String>();
        wanted.forEach((target, ids) -> labels.putAll(records.labels(target, ids)));
        return rows.stream().map(row -> with(row, labels)).toList();
    }

    private static Row with(Row row, Map<UUID, String> more) {
        var labels = new HashMap<>(row.labels());
        labels.putAll(more);
        return called(row, labels);
    }

    /** Returns the ids in text fields, by object. */
    private static Map<String, Set<UUID>> hidden(List<Field> fields, Row row) {
        var found = new HashMap<String, Set<UUID>>();
        for (var field : fields) {
            var target = IDS.get(row.object() + "." + field.name());
            if (target != null && row.value(field.name()) instanceof Value.Text(var text)) {
                id(text).ifPresent(id ->
                        found.computeIfAbsent(target, each -> new HashSet<>()).add(id));
            }
        }
        return found;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException words) {
            return Optional.empty();
        }
    }

    public static boolean isNumber(Field field) {
        return field.type().isNumber();
    }

    public static Component component(Field field, Row row) {
        return row.value(field.name()) instanceof Value.DateTime(var at)
                ? new MomentText(at)
                : new Span(text(field, row));
    }

    /** Returns the text of a value; empty if there is none. */
    public static String text(Field field, Row row) {
        return switch (row.value(field.name())) {
            case Value.Null _ -> "";
            case Value.Text(var text) -> text(field, row, text);
            case Value.Int(var number) -> number(BigDecimal.valueOf(number), 0);
            case Value.Decimal(var number) -> number(number, field.scale());
            case Value.Amount(var money) -> MoneyText.format(money);
            case Value.Bool(var yes) -> Texts.of(yes ? "records.yes" : "records.no");
            case Value.Date(var date) ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(Texts.locale())
                        .format(date);
            case Value.DateTime(var at) -> at.toString();
            case Value.Ref(var id) -> row.labels().getOrDefault(id, Texts.of("records.not.readable"));
            case Value.Items _, Value.Fields _ -> "";
        };
    }

    private static String text(Field field, Row row, String text) {
        var name = row.object() + "." + field.name();
        if (UNITS.contains(name)) {
            return QuantityText.unit(text);
        }
        var id = IDS.containsKey(name) ? id(text) : Optional.<UUID>empty();
        if (id.isPresent()) {
            return row.labels().getOrDefault(id.get(), Texts.of("records.not.readable"));
        }
        return option(field, text);
    }

    private static String option(Field field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label().in(Texts.locale()))
                .findFirst()
                .orElse(value);
    }

    private static String number(BigDecimal number, int scale) {
        var format = NumberFormat.getNumberInstance(Texts.locale());
        format.setMinimumFractionDigits(Math.min(scale, number.scale()));
        format.setMaximumFractionDigits(Math.max(scale, number.scale()));
        return format.format(number);
    }
}
