package io.qudao.ui.component;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** The search box above a list. */
public final class SearchField {
    private SearchField() {}

    public static void prepare(TextField field, String key, Runnable changed) {
        field.setPlaceholder(Texts.of(key));
        field.setAriaLabel(Texts.of(key));
        field.setClearButtonVisible(true);
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> changed.run());
        field.addClassName("work-search");
    }
}
