package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.metadata.Field;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Inputs for the options of a picklist, one row each. The stored value is proposed from the label and never changed
 * afterwards.
 */
final class OptionInputs extends Div {
    private final List<Line> lines = new ArrayList<>();
    private final Box rows = new Box("q-stack");

    OptionInputs() {
        addClassName("build-options");
        var title = new Span(Texts.of("build.options"));
        title.addClassName("build-caption");
        var add = Named.as("option-add", new Button(Texts.of("build.options.add"), VaadinIcon.PLUS.create()));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClickListener(click -> line("").chinese().focus());
        add(title, rows, add);
        line("");
        line("");
    }

    void show(List<Field.Option> options) {
        if (options.isEmpty()) {
            return;
        }
        lines.clear();
        rows.removeAll();
        for (var option : options) {
            var line = line(option.value());
            line.chinese().setValue(option.label().texts().getOrDefault("zh-CN", ""));
            line.english().setValue(option.label().texts().getOrDefault("en", ""));
        }
    }

    /** Returns the rows that have a label. */
    List<Field.Option> options() {
        var options = new ArrayList<Field.Option>();
        var taken = new HashSet<String>();
        for (var line : lines) {
            var label = NameProposals.label(
                    line.chinese().getValue(), line.english().getValue());
            if (!label.texts().isEmpty()) {
                var value = line.value().isEmpty()
                        ? NameProposals.propose(label.in(Locale.ENGLISH), "option_" + (options.size() + 1), taken)
                        : line.value();
                taken.add(value);
                options.add(new Field.Option(value, label));
            }
        }
        return options;
    }

    private Line line(String value) {
        int number = lines.size() + 1;
        var chinese = Named.as("option-zh-" + number, text("build.label.zh"));
        var english = Named.as("option-en-" + number, text("build.label.en"));
        var line = new Line(value, chinese, english);
        lines.add(line);
        var remove = new Button(VaadinIcon.CLOSE_SMALL.create());
        remove.setAriaLabel(Texts.of("build.options.remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var row = new Box("q-row", chinese, english, remove);
        remove.addClickListener(click -> {
            lines.remove(line);
            rows.remove(row);
        });
        rows.add(row);
        return line;
    }

    private static TextField text(String key) {
        var field = new TextField();
        field.setPlaceholder(Texts.of(key));
        field.setAriaLabel(Texts.of(key));
        field.addClassName("q-grow");
        return field;
    }

    /** @param value empty for a new option */
    private record Line(String value, TextField chinese, TextField english) {}
}
