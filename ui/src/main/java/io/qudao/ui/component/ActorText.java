package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;

/** Who did something: a person's name as it is, one of the names that programs are given in the reader's language. */
public final class ActorText extends Span {
    public ActorText(String name) {
        super(Texts.orElse("actor." + name, name));
    }
}
