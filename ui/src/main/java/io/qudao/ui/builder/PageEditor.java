package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Shows the page of a record with controls to change it. */
final class PageEditor extends Div {
    private final transient PageDesign design;
    private final transient Map<String, DraftObjects.Piece> fields;
    private final transient Consumer<PageDesign> changed;

    PageEditor(PageDesign design, List<DraftObjects.Piece> fields, Consumer<PageDesign> changed) {
        this.design = design;
        this.fields = new LinkedHashMap<>();
        fields.forEach(piece -> this.fields.put(piece.name(), piece));
        this.changed = changed;
        addClassName("build-page-editor");
        Named.as("page-editor", this);
        IntStream.range(0, design.sections().size()).forEach(section -> add(section(section)));
        add(foot());
    }

    private Div section(int index) {
        var part = design.sections().get(index);
        var title = new Span(part.label().in(Texts.locale()));
        title.addClassNames("q-strong", "q-grow", "q-ellipsis");
        var columns = new Select<Integer>();
        columns.setItems(1, PageDesign.MOST_COLUMNS);
        columns.setValue(Math.min(part.columns(), PageDesign.MOST_COLUMNS));
        columns.setItemLabelGenerator(count -> Texts.of("build.page.columns", count));
        columns.setAriaLabel(Texts.of("build.page.columns.label"));
        columns.addClassName("build-columns");
        columns.addValueChangeListener(change -> changed.accept(design.columns(index, change.getValue())));
        var head = new Box("q-row", title, Named.as("section-columns-" + index, columns), rename(index));
        if (design.sections().size() > 1) {
            head.add(icon(VaadinIcon.TRASH, "build.page.section.remove", () -> design.withoutSection(index)));
        }
        var cells = new Box("build-cells");
        cells.getElement().setAttribute("data-columns", String.valueOf(part.columns()));
        part.fields().forEach(field -> cells.add(cell(field)));
        if (part.fields().isEmpty()) {
            var empty = new Span(Texts.of("build.page.section.empty"));
            empty.addClassNames("q-muted", "q-small");
            cells.add(empty);
        }
        return Named.as("section-" + index, new Box("q-card build-section", head, cells));
    }

    private Div cell(String field) {
        var piece = fields.get(field);
        var name = new Span(piece == null ? field : piece.form().label().in(Texts.locale()));
        name.addClassNames("q-grow", "q-ellipsis");
        return Named.as(
                "page-field-" + field,
                new Box(
                        "build-cell",
                        name,
                        icon(VaadinIcon.ARROW_UP, "build.page.up", () -> design.up(field)),
                        icon(VaadinIcon.ARROW_DOWN, "build.page.down", () -> design.down(field)),
                        icon(VaadinIcon.CLOSE_SMALL, "build.page.remove", () -> design.without(field))));
    }

    private Div foot() {
        var absent = fields.values().stream()
                .filter(piece -> !design.shows(piece.name()))
                .toList();
        var choose = Named.as("page-add", new ComboBox<DraftObjects.Piece>());
        choose.setItems(absent);
        choose.setItemLabelGenerator(piece -> piece.form().label().in(Texts.locale()));
        choose.setPlaceholder(Texts.of(absent.isEmpty() ? "build.page.complete" : "build.page.add"));
        choose.setAriaLabel(Texts.of("build.page.add"));
        choose.setEnabled(!absent.isEmpty());
        choose.addClassName("q-grow");
        choose.addValueChangeListener(
                change -> changed.accept(design.with(change.getValue().name())));
        var more = Named.as("section-add", new Button(Texts.of("build.page.section.add"), VaadinIcon.PLUS.create()));
        more.addClickListener(click -> SectionDialog.ask(null, label -> changed.accept(design.withSection(label))));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        return new Box("q-row wrap", choose, more);
    }

    private Button rename(int section) {
        var button = plain(VaadinIcon.PENCIL, "build.page.section.rename");
        button.addClickListener(click -> SectionDialog.ask(
                design.sections().get(section).label(), label -> changed.accept(design.renamed(section, label))));
        return button;
    }

    private Button icon(VaadinIcon icon, String key, Supplier<PageDesign> change) {
        var button = plain(icon, key);
        button.addClickListener(click -> changed.accept(change.get()));
        return button;
    }

    private static Button plain(VaadinIcon icon, String key) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Texts.of(key));
        button.setTooltipText(Texts.of(key));
        button.addClassName("build-icon");
        return button;
    }
}
