package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.DataType.Attribute;
import io.qudao.metadata.Releases;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds a field or changes an existing one. */
final class FieldDialog extends Dialog {
    private static final String REFUSE = "refuse";
    private static final int MOST_SCALE = 18;
    private static final int MOST_LENGTH = 100_000;

    private final transient Releases releases;
    private final transient DraftObjects objects;
    private final transient DraftObjects.DraftObject object;
    private final transient DraftObjects.@Nullable Piece piece;
    private final transient Runnable done;
    private final LabelInputs labels = new LabelInputs("field");
    private final TextField name = Named.as("field-technical-name", new TextField(Texts.of("build.field.name")));
    private final Select<DataType> type = Named.as("field-type", new Select<>());
    private final ComboBox<DraftObjects.DraftObject> target =
            Named.as("field-target", new ComboBox<>(Texts.of("build.field.target")));
    private final Select<String> onDelete = Named.as("field-on-delete", new Select<>());
    private final IntegerField length = Named.as("field-length", new IntegerField(Texts.of("build.field.length")));
    private final IntegerField scale = Named.as("field-scale", new IntegerField(Texts.of("build.field.scale")));
    private final OptionInputs options = Named.as("field-options", new OptionInputs());
    private final Span noOptions = new Span(Texts.of("build.options.none"));
    private final Checkbox required = Named.as("field-required", new Checkbox(Texts.of("build.field.required")));
    private final Checkbox unique = Named.as("field-unique", new Checkbox(Texts.of("build.field.unique")));
    private final Checkbox filterable = Named.as("field-filterable", new Checkbox(Texts.of("build.field.filterable")));
    private final Checkbox onPage = Named.as("field-on-page", new Checkbox(Texts.of("build.field.on.page"), true));
    private final Checkbox inList = Named.as("field-in-list", new Checkbox(Texts.of("build.field.in.list"), true));
    private final transient FieldErrors errors = new FieldErrors();

    /** @param piece the field to change, or null for a new one */
    FieldDialog(
            Releases releases,
            DraftObjects objects,
            DraftObjects.DraftObject object,
            DraftObjects.@Nullable Piece piece,
            Runnable done) {
        this.releases = releases;
        this.objects = objects;
        this.object = object;
        this.piece = piece;
        this.done = done;
        setHeaderTitle(Texts.of(
                piece == null ? "build.field.add" : "build.field.edit",
                object.label().in(Texts.locale())));
        setWidth("min(560px, 100%)");
        prepare();
        add(new Box(
                "q-stack",
                labels,
                new Box("build-labels", name, type),
                target,
                onDelete,
                length,
                scale,
                options,
                noOptions,
                new Box("build-checks", required, unique, filterable, onPage, inList)));
        var save = Named.as("field-save", new Button(Texts.of("build.field.save"), click -> save()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("action.cancel"), click -> close()), save);
        labels.focus();
    }

    private void prepare() {
        name.setRequiredIndicatorVisible(true);
        type.setRequiredIndicatorVisible(true);
        target.setRequiredIndicatorVisible(true);
        type.setLabel(Texts.of("build.field.type"));
        type.setItems(DataType.values());
        type.setItemLabelGenerator(each -> Texts.of("build.type." + each.code()));
        type.addValueChangeListener(change -> fit());
        target.setItems(objects.objects());
        target.setItemLabelGenerator(each -> each.label().in(Texts.locale()));
        target.setHelperText(Texts.of("build.field.target.help"));
        onDelete.setLabel(Texts.of("build.field.on.delete"));
        onDelete.setItems(REFUSE, FieldForm.CLEAR);
        onDelete.setItemLabelGenerator(each -> Texts.of("build.on.delete." + each));
        onDelete.setValue(REFUSE);
        required.addValueChangeListener(change -> fit());
        length.setMin(1);
        length.setMax(MOST_LENGTH);
        scale.setMin(0);
        scale.setMax(MOST_SCALE);
        scale.setStepButtonsVisible(true);
        unique.setTooltipText(Texts.of("build.field.unique.help"));
        filterable.setTooltipText(Texts.of("build.field.filterable.help"));
        noOptions.addClassName("build-wrong");
        noOptions.setVisible(false);
        var taken =
                objects.fields(object).stream().map(DraftObjects.Piece::name).collect(Collectors.toSet());
        labels.warnOf(objects.fields(object).stream()
                .filter(other -> piece == null || !other.name().equals(piece.name()))
                .map(other -> other.form().label())
                .toList());
        if (piece == null) {
            type.setValue(DataType.TEXT);
            labels.propose(name, "field", taken);
        } else {
            show(piece);
        }
        fit();
    }

    private void show(DraftObjects.Piece shown) {
        var form = shown.form();
        labels.show(form.label());
        name.setValue(shown.name());
        name.setHelperText(Texts.of("build.rename.help"));
        type.setValue(form.type());
        type.setReadOnly(true);
        length.setValue(form.length());
        scale.setValue(form.scale());
        required.setValue(form.required());
        unique.setValue(form.unique());
        filterable.setValue(form.filterable());
        onDelete.setValue(form.isCleared() ? FieldForm.CLEAR : REFUSE);
        options.show(form.options());
        objects.objects().stream()
                .filter(each -> each.name().equals(form.target()))
                .findFirst()
                .ifPresent(target::setValue);
        target.setReadOnly(true);
        onPage.setVisible(false);
        inList.setVisible(false);
    }

    /** Shows the inputs for the chosen type. */
    private void fit() {
        var chosen = type.getValue();
        target.setVisible(chosen.has(Attribute.TARGET));
        onDelete.setVisible(chosen.has(Attribute.TARGET));
        onDelete.setReadOnly(required.getValue());
        onDelete.setHelperText(required.getValue() ? Texts.of("build.field.on.delete.required") : "");
        if (required.getValue()) {
            onDelete.setValue(REFUSE);
        }
        length.setVisible(chosen.has(Attribute.LENGTH));
        scale.setVisible(FieldForm.isScaled(chosen));
        options.setVisible(chosen.has(Attribute.OPTIONS));
        unique.setVisible(FieldForm.canBeUnique(chosen));
    }

    private FieldForm form() {
        var chosen = target.getValue();
        return new FieldForm(
                labels.label(),
                type.getValue(),
                length.getValue(),
                scale.getValue(),
                required.getValue(),
                unique.getValue(),
                filterable.getValue(),
                chosen == null ? null : chosen.name(),
                onDelete.getValue(),
                options.options());
    }

    private void save() {
        errors.clear();
        var chosen = name.getValue().strip();
        var key = ComponentKey.part(ComponentKind.FIELD, object.name(), chosen);
        labels.answer(errors);
        errors.at(key.toString(), name)
                .at("length", length)
                .at("scale", scale)
                .at("target", target)
                .at("onDelete", onDelete);
        if (!FieldErrors.areReadable(List.of(length, scale)) || !isComplete(chosen)) {
            return;
        }
        try {
            var before = piece == null || piece.listing() == null
                    ? null
                    : piece.listing().own();
            releases.put(form().component(object.name(), piece == null ? chosen : piece.name(), before));
            if (piece == null) {
                place(chosen);
            } else if (!piece.name().equals(chosen)) {
                releases.rename(ComponentKey.part(ComponentKind.FIELD, object.name(), piece.name()), chosen);
            }
            close();
            done.run();
        } catch (ProblemException refused) {
            errors.show(refused);
        }
    }

    private boolean isComplete(String chosen) {
        boolean complete = labels.require(name);
        boolean known = (piece == null || !piece.name().equals(chosen))
                && objects.fields(object).stream()
                        .anyMatch(other -> other.name().equals(chosen));
        if (known) {
            name.setErrorMessage(Texts.of("build.taken", chosen));
            name.setInvalid(true);
            complete = false;
        }
        if (target.isVisible() && target.isEmpty()) {
            target.setErrorMessage(Texts.of("violation.required"));
            target.setInvalid(true);
            complete = false;
        }
        noOptions.setVisible(options.isVisible() && options.options().isEmpty());
        return complete && !noOptions.isVisible();
    }

    private void place(String field) {
        var page = objects.page(object);
        if (onPage.getValue()) {
            releases.put(objects.pageOf(page, page.design().with(field)));
        } else if (!objects.isKept(page.key())) {
            releases.put(objects.pageOf(page, page.design()));
        }
        if (inList.getValue()) {
            releases.put(objects.listWith(object, field));
        }
    }
}
