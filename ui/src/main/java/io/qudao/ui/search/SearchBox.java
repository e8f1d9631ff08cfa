package io.qudao.ui.search;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.Texts;
import java.util.stream.Stream;

/** The search box of the workspace, for keyboard use: type, choose with the arrow keys, open with Enter. */
final class SearchBox extends ComboBox<Finding> {
    private static final long serialVersionUID = 1;

    SearchBox(Findings findings) {
        Named.as("search", this);
        addClassName("frame-search");
        setPlaceholder(Texts.of("work.search"));
        setAriaLabel(Texts.of("work.search"));
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setItemLabelGenerator(Finding::title);
        setRenderer(new ComponentRenderer<>(SearchBox::row));
        setItems(query -> {
            int wanted = query.getLimit();
            return query.getOffset() > 0
                    ? Stream.of()
                    : findings.of(query.getFilter().orElse("")).stream().limit(wanted);
        });
        addValueChangeListener(change -> {
            if (change.getValue() != null) {
                Pages.open(change.getValue().address());
                clear();
            }
        });
        Shortcuts.addShortcutListener(this, () -> focus(), Key.KEY_K, KeyModifier.CONTROL);
    }

    private static Box row(Finding finding) {
        var title = new Span(finding.title());
        title.addClassNames("q-grow", "q-ellipsis");
        var code = new Span(finding.code());
        var kind = new Span(finding.label() == null ? Texts.of("work.search." + finding.kind()) : finding.label());
        code.addClassNames("q-muted", "q-small");
        kind.addClassNames("q-muted", "q-small");
        return Named.as("search-hit", new Box("q-row search-hit", title, code, kind));
    }
}
