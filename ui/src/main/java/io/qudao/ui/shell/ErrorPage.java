package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;

/** Shows what happened and offers a way to go on. */
final class ErrorPage extends Composite<Main> {
    ErrorPage(String title, String text, String reference) {
        var box = new Box("q-card q-stack", mark(), new H1(title), new Paragraph(text));
        if (!reference.isEmpty()) {
            var number = Named.as("reference", new Span(Texts.of("error.reference", reference)));
            number.addClassNames("q-muted", "q-small");
            box.add(number);
        }
        box.add(Named.as("error-home", new Anchor("/", Texts.of("error.home"))));
        getContent().addClassName("error-page");
        getContent().add(box);
    }

    private static Component mark() {
        var mark = new Div();
        mark.addClassName("brand-mark");
        return mark;
    }
}
