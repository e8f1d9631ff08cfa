package io.qudao.ui.builder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.qudao.metadata.Label;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.Set;

/** Inputs for a label in every language, of which one is enough. */
final class LabelInputs extends Div {
    private static final int LONGEST = 200;

    private final transient LabelFields fields;

    LabelInputs(String prefix) {
        this(prefix, "build.label", true);
    }

    /** @param caption message key of the inputs' labels, without the language */
    LabelInputs(String prefix, String caption, boolean required) {
        addClassName("build-labels");
        fields = new LabelFields(language ->
                Named.as(prefix + "-label-" + language.tag(), new TextField(Texts.of(caption + "." + language.tag()))));
        fields.first().setRequiredIndicatorVisible(required);
        for (var field : fields.all()) {
            field.setMaxLength(LONGEST);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> fields.first().setInvalid(false));
            add(field);
        }
    }

    /** Fills in a name while the label is typed, until the user edits the name. */
    void propose(TextField name, String fallback, Set<String> taken) {
        Runnable propose = () -> {
            var previous = name.getElement().getProperty("proposed", "");
            if (name.getValue().isBlank() || name.getValue().equals(previous)) {
                var proposal = isMissing() ? "" : NameProposals.propose(fields.nameable(), fallback, taken);
                name.getElement().setProperty("proposed", proposal);
                name.setValue(proposal);
            }
        };
        onChange(propose);
    }

    private void onChange(Runnable action) {
        fields.all().forEach(field -> field.addValueChangeListener(change -> action.run()));
    }

    void show(Label label) {
        fields.show(label);
    }

    Label label() {
        return fields.label();
    }

    boolean isMissing() {
        return fields.isEmpty();
    }

    /** Returns whether a label was entered; otherwise shows an error at the input. */
    boolean require() {
        boolean missing = isMissing();
        fields.first().setErrorMessage(missing ? Texts.of("violation.required") : "");
        fields.first().setInvalid(missing);
        return !missing;
    }

    /** Returns whether label and name were entered; otherwise shows an error at each of them that was not. */
    boolean require(TextField name) {
        boolean missing = name.getValue().isBlank();
        if (missing) {
            name.setErrorMessage(Texts.of("violation.required"));
            name.setInvalid(true);
        }
        return require() && !missing;
    }

    /** Warns as long as one of these is called the same: people could not tell them apart. */
    void warnOf(List<Label> others) {
        var warning = Named.as("label-doubled", new Span(Texts.of("build.label.doubled")));
        warning.addClassNames("build-wrong", "build-wide");
        warning.getElement().setAttribute("role", "status");
        warning.setVisible(false);
        add(warning);
        Runnable look = () -> warning.setVisible(others.stream()
                .flatMap(other -> other.texts().values().stream())
                .anyMatch(text -> fields.all().stream().anyMatch(field -> isSame(text, field))));
        onChange(look);
    }

    private static boolean isSame(String text, TextField typed) {
        return text.equalsIgnoreCase(typed.getValue().strip());
    }

    void answer(FieldErrors errors) {
        errors.at("label", fields.first());
        fields.forEach((language, field) -> errors.at("label." + language.tag(), field));
    }

    void focus() {
        fields.first().focus();
    }
}
