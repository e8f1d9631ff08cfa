package io.qudao.record;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.Placement;
import io.qudao.metadata.SlotState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A field under construction: in {@code data}, editable, with the usual sizes. */
public final class FieldDraft {
    private final String id;
    private final String name;
    private final DataType type;
    private boolean required;
    private boolean unique;
    private boolean editable = true;
    private int precision;
    private int scale;
    private @Nullable String target;
    private @Nullable String source;
    private List<Field.Option> options = List.of();
    private Placement placement = new Placement.Document();

    private FieldDraft(String id, String name, DataType type) {
        this.id = id;
        this.name = name;
        this.type = type;
        boolean digits = type == DataType.DECIMAL || type == DataType.MONEY;
        this.precision = digits ? 18 : 0;
        this.scale = digits ? 2 : 0;
    }

    public static FieldDraft field(String id, String name, DataType type) {
        return new FieldDraft(id, name, type);
    }

    /** A field in a column of its name. */
    public static FieldDraft column(String name, DataType type) {
        return new FieldDraft(name, name, type).with(draft -> draft.placement = new Placement.Column(name));
    }

    public FieldDraft required() {
        return with(draft -> draft.required = true);
    }

    public FieldDraft unique() {
        return with(draft -> draft.unique = true);
    }

    public FieldDraft fixed() {
        return with(draft -> draft.editable = false);
    }

    public FieldDraft to(String object) {
        return with(draft -> draft.target = object);
    }

    public FieldDraft digits(int all, int behindPoint) {
        return with(draft -> {
            draft.precision = all;
            draft.scale = behindPoint;
        });
    }

    public FieldDraft defaultsTo(String expression) {
        return with(draft -> draft.source = expression);
    }

    public FieldDraft options(String... values) {
        return with(draft -> draft.options = Arrays.stream(values)
                .map(value -> new Field.Option(value, Label.of(value, value)))
                .toList());
    }

    public FieldDraft slot(String column) {
        return slot(column, SlotState.READY);
    }

    public FieldDraft slot(String column, SlotState state) {
        return with(draft -> draft.placement = new Placement.Slot(column, state, draft.scale));
    }

    public Field build() {
        return new Field(
                id,
                name,
                Label.of(name, name),
                type,
                precision,
                scale,
                type == DataType.TEXT ? 255 : 0,
                required,
                unique,
                true,
                false,
                editable,
                target,
                false,
                options,
                source,
                false,
                placement);
    }

    private FieldDraft with(Consumer<FieldDraft> change) {
        change.accept(this);
        return this;
    }
}
