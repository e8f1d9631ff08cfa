package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;

/** The name of an actor: a person's name unchanged, a name given to programs translated to the reader's language. */
public final class ActorText extends Span {
    public ActorText(String name) {
        super(Texts.orElse("actor." + name, name));
    }
}
