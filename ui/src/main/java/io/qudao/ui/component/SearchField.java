package io.qudao.ui.component;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The search box above a list. */
public final class SearchField {
    private static final String WORDS = "q";

    private SearchField() {}

    /** @param key message key of its placeholder, and the message's arguments last */
    public static void prepare(TextField field, String key, Runnable changed, Object... arguments) {
        field.setPlaceholder(Texts.of(key, arguments));
        field.setAriaLabel(Texts.of(key, arguments));
        field.setClearButtonVisible(true);
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        field.addClassName("work-search");
    }

    /** Returns the URL of this list, searched for the words. */
    public static String address(String list, String words) {
        return list + "?" + WORDS + "=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Copies the search words of a URL to the search box. */
    public static void enter(TextField field, Location location) {
        field.setValue(location.getQueryParameters().getSingleParameter(WORDS).orElse(""));
    }
}
