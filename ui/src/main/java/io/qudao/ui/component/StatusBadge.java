package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;

/** A state in words and colour. */
public final class StatusBadge extends Span {
    public StatusBadge(Tone tone, String text) {
        super(text);
        addClassName("q-badge");
        getElement().setAttribute("data-tone", tone.attribute());
    }

    /**
     * Creates the badge of a state.
     *
     * @param prefix prefix of the message keys, such as {@code status.order.}
     */
    public static StatusBadge of(Tone tone, String prefix, String status) {
        var badge = new StatusBadge(tone, Texts.of(prefix + status));
        badge.getElement().setAttribute("data-status", status);
        return badge;
    }
}
