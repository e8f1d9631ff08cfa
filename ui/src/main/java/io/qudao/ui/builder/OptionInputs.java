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
        add.addClickListener(click -> line("").label().first().focus());
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
            line(option.value()).label().show(option.label());
        }
    }

    /** Returns the rows that have a label. */
    List<Field.Option> options() {
        var options = new ArrayList<Field.Option>();
        var taken = new HashSet<String>();
        for (var line : lines) {
            if (!line.label().isEmpty()) {
                var value = line.value().isEmpty()
                        ? NameProposals.propose(line.label().nameable(), "option_" + (options.size() + 1), taken)
                        : line.value();
                taken.add(value);
                options.add(new Field.Option(value, line.label().label()));
            }
        }
        return options;
    }

    private Line line(String value) {
        int number = lines.size() + 1;
        var label = new LabelFields(
                language -> Named.as("option-" + language.tag() + "-" + number, text("build.label." + language.tag())));
        var line = new Line(value, label);
        lines.add(line);
        var remove = new Button(VaadinIcon.CLOSE_SMALL.create());
        remove.setAriaLabel(Texts.of("build.options.remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var row = new Box("q-row");
        label.all().forEach(row::add);
        row.add(remove);
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
    private record Line(String value, LabelFields label) {}
}
