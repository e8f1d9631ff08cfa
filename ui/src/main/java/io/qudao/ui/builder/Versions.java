package io.qudao.ui.builder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.qudao.metadata.Release;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of one component side by side, or one below the other on a phone. */
final class Versions extends Div {
    Versions() {
        addClassName("build-versions");
    }

    /** @param choice takes this value; null where it is not for choosing */
    record AttributeValue(
            String attribute, String text, @Nullable Component choice) {}

    /**
     * @param origin who made it and when
     * @param values in order
     * @param choice takes this version; null where it is not for choosing
     */
    void add(String title, Component origin, List<AttributeValue> values, @Nullable Component choice) {
        var name = new Span(title);
        name.addClassName("q-strong");
        var version = new Box("build-version", name, origin);
        values.forEach(value -> {
            var label = new Span(value.attribute());
            label.addClassNames("q-small", "q-muted");
            var shown = new Box("build-value", label, new Span(value.text()));
            if (value.choice() != null) {
                shown.add(value.choice());
            }
            version.add(shown);
        });
        if (choice != null) {
            version.add(choice);
        }
        add(version);
    }

    static Component origin(@Nullable String who, @Nullable Instant when) {
        var origin = new Box("q-row wrap q-small q-muted");
        if (who != null) {
            origin.add(new Span(who));
        }
        if (when != null) {
            origin.add(new MomentText(when));
        }
        return origin;
    }

    static Component origin(Release release) {
        var origin = new Box(
                "q-row wrap q-small q-muted",
                new Span(Texts.of("build.release", release.number())),
                new Span(release.publishedBy()),
                new MomentText(release.publishedAt()));
        if (!release.comment().isBlank()) {
            origin.add(new Span(release.comment()));
        }
        return origin;
    }
}
