package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.record.Constraints.Constraint;
import io.qudao.record.Constraints.State;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import java.util.List;

/** One field in an object's list of fields, with its violations. */
final class FieldRow extends Div {
    private final Box head = new Box("q-row");
    private final String field;

    FieldRow(DraftObjects.Piece piece, String object, ComponentNames names, List<Violation> violations) {
        field = piece.name();
        addClassName("build-field");
        Named.as("field-" + field, this);
        var label = new Span(piece.form().label().in(Texts.locale()));
        label.addClassNames("q-strong", "q-ellipsis");
        var title = new Box("q-row q-grow wrap", label);
        if (piece.isOwn()) {
            title.add(new StatusBadge(Tone.TEAL, Texts.of("build.own")));
        }
        if (piece.isEdited()) {
            title.add(new StatusBadge(Tone.AMBER, Texts.of("build.in.draft")));
        }
        head.add(title);
        add(head, facts(piece, names));
        var key = ComponentKey.part(ComponentKind.FIELD, object, field).toString();
        violations.stream()
                .filter(wrong -> wrong.field().equals(key) || wrong.field().startsWith(key + "/"))
                .forEach(wrong -> add(complaint(wrong)));
    }

    /** Shows the constraints of the field that are not enforced yet. */
    void constraints(List<Constraint> constraints) {
        var waiting = new Box("q-row wrap q-small");
        constraints.stream()
                .filter(constraint -> constraint.field().equals(field) && constraint.state() != State.ENFORCED)
                .forEach(constraint -> waiting.add(Named.as(
                        "constraint-" + field + "-" + constraint.kind().name(),
                        new StatusBadge(
                                constraint.state() == State.FAILED ? Tone.RED : Tone.AMBER,
                                Texts.of(
                                        "build.constraint." + constraint.state().name(),
                                        Texts.of("build.constraint.kind."
                                                + constraint.kind().name()),
                                        constraint.against())))));
        if (waiting.getChildren().findAny().isPresent()) {
            add(waiting);
        }
    }

    /** Offers to show the field in the list, or no longer to. */
    void listed(boolean listed, Runnable toggle) {
        head.add(Named.as(
                "field-list-" + field,
                icon(
                        listed ? VaadinIcon.EYE_SLASH : VaadinIcon.EYE,
                        listed ? "build.field.list.hide" : "build.field.list.show",
                        toggle)));
    }

    void actions(Runnable edit, Runnable remove) {
        head.add(
                Named.as("field-edit-" + field, icon(VaadinIcon.PENCIL, "build.field.edit.short", edit)),
                Named.as("field-remove-" + field, icon(VaadinIcon.TRASH, "build.field.remove", remove)));
    }

    /** What a field that ships is called can be changed, and nothing else. */
    void rename(Runnable rename) {
        head.add(Named.as("field-rename-" + field, icon(VaadinIcon.PENCIL, "build.rename", rename)));
    }

    private static Box facts(DraftObjects.Piece piece, ComponentNames names) {
        var form = piece.form();
        var code = new Span(piece.name());
        code.addClassName("build-code");
        var facts = new Box("q-row wrap q-small q-muted", code, new Span(type(form, names)));
        flag(facts, form.required(), "build.field.required");
        flag(facts, form.unique(), "build.field.unique");
        flag(facts, form.filterable(), "build.field.filterable");
        flag(facts, form.isCleared(), "build.field.cleared");
        return facts;
    }

    private static String type(FieldForm form, ComponentNames names) {
        var name = Texts.of("build.type." + form.type().code());
        if (!form.options().isEmpty()) {
            return Texts.of("build.type.options", name, form.options().size());
        }
        return form.target() == null ? name : Texts.of("build.type.target", name, names.object(form.target()));
    }

    private static void flag(Box facts, boolean set, String key) {
        if (set) {
            facts.add(new StatusBadge(Tone.GREY, Texts.of(key)));
        }
    }

    private static Span complaint(Violation violation) {
        var text = Named.as("violation", new Span(Notices.message(violation)));
        text.addClassName("build-wrong");
        return text;
    }

    private static Button icon(VaadinIcon icon, String key, Runnable action) {
        var button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Texts.of(key));
        button.setTooltipText(Texts.of(key));
        button.addClassName("build-icon");
        return button;
    }
}
