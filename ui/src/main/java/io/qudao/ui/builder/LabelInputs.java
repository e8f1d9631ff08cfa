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

/** Inputs for a label in Chinese and English, of which one is enough. */
final class LabelInputs extends Div {
    private static final int LONGEST = 200;

    private final TextField chinese;
    private final TextField english;

    LabelInputs(String prefix) {
        this(prefix, "build.label", true);
    }

    /** @param caption message key of the inputs' labels, without the language */
    LabelInputs(String prefix, String caption, boolean required) {
        addClassName("build-labels");
        chinese = Named.as(prefix + "-label-zh", new TextField(Texts.of(caption + ".zh")));
        english = Named.as(prefix + "-label-en", new TextField(Texts.of(caption + ".en")));
        chinese.setMaxLength(LONGEST);
        english.setMaxLength(LONGEST);
        chinese.setValueChangeMode(ValueChangeMode.LAZY);
        english.setValueChangeMode(ValueChangeMode.LAZY);
        chinese.setRequiredIndicatorVisible(required);
        chinese.addValueChangeListener(change -> chinese.setInvalid(false));
        english.addValueChangeListener(change -> chinese.setInvalid(false));
        add(chinese, english);
    }

    /** Fills in a name while the label is typed, until the user edits the name. */
    void propose(TextField name, String fallback, Set<String> taken) {
        Runnable propose = () -> {
            var previous = name.getElement().getProperty("proposed", "");
            if (name.getValue().isBlank() || name.getValue().equals(previous)) {
                var proposal = isMissing()
                        ? ""
                        : NameProposals.propose(
                                english.isEmpty() ? chinese.getValue() : english.getValue(), fallback, taken);
                name.getElement().setProperty("proposed", proposal);
                name.setValue(proposal);
            }
        };
        chinese.addValueChangeListener(change -> propose.run());
        english.addValueChangeListener(change -> propose.run());
    }

    void show(Label label) {
        chinese.setValue(label.texts().getOrDefault("zh-CN", ""));
        english.setValue(label.texts().getOrDefault("en", ""));
    }

    Label label() {
        return NameProposals.label(chinese.getValue(), english.getValue());
    }

    boolean isMissing() {
        return chinese.isEmpty() && english.isEmpty();
    }

    /** Returns whether a label was entered; otherwise shows an error at the input. */
    boolean require() {
        boolean missing = isMissing();
        chinese.setErrorMessage(missing ? Texts.of("violation.required") : "");
        chinese.setInvalid(missing);
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
                .anyMatch(text -> isSame(text, chinese) || isSame(text, english)));
        chinese.addValueChangeListener(change -> look.run());
        english.addValueChangeListener(change -> look.run());
    }

    private static boolean isSame(String text, TextField typed) {
        return text.equalsIgnoreCase(typed.getValue().strip());
    }

    void answer(FieldErrors errors) {
        errors.at("label", chinese).at("label.en", english);
    }

    void focus() {
        chinese.focus();
    }
}
