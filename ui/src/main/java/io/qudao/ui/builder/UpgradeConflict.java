package io.qudao.ui.builder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.Release;
import io.qudao.ui.builder.Versions.AttributeValue;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component of the tenant that what ships now does not go with; the steps that solve it are added. */
final class UpgradeConflict extends Div {
    private final Box head;

    /**
     * @param own the tenant's document as JSON, null where the draft has it no more
     * @param shipped what ships under the name as JSON, null where nothing does
     * @param published the release that the tenant's document came with
     */
    UpgradeConflict(
            ComponentKey key,
            String title,
            List<Violation> reasons,
            @Nullable String own,
            @Nullable String shipped,
            Optional<Release> published) {
        addClassNames("q-card", "q-stack");
        Named.as("upgrade-" + key.name(), this);
        var kind = new Span(Texts.of("build.kind." + key.kind().code()));
        kind.addClassName("q-muted");
        head = new Box("q-row wrap", new H3(title), kind);
        add(head);
        reasons.stream().map(Notices::message).distinct().forEach(reason -> add(new Span(reason)));
        var versions = new Versions();
        versions.add(
                Texts.of("build.version.own"),
                published.map(Versions::origin).orElseGet(() -> Versions.origin(null, null)),
                values(key, own),
                null);
        versions.add(Texts.of("build.version.shipped"), Versions.origin(null, null), values(key, shipped), null);
        add(versions);
    }

    /** The draft has solved it; it is over with the next release. */
    void solved() {
        head.add(Named.as("upgrade-solved", new StatusBadge(Tone.GREEN, Texts.of("build.upgrade.solved"))));
    }

    void steps(Component... steps) {
        add(new Box("q-row wrap", steps));
    }

    private static List<AttributeValue> values(ComponentKey key, @Nullable String json) {
        var values = new ArrayList<AttributeValue>();
        var described = json == null ? null : Documents.read(json, Described.class);
        values.add(value(
                "build.attribute.label",
                described == null || described.label() == null
                        ? Texts.of("build.value.none")
                        : described.label().in(Texts.locale())));
        values.add(value("build.object.name", key.local()));
        if (described != null && described.type() != null) {
            values.add(value(
                    "build.attribute.type",
                    Texts.of("build.type." + described.type().code())));
        }
        return values;
    }

    private static AttributeValue value(String attribute, String text) {
        return new AttributeValue(Texts.of(attribute), text, null);
    }

    private record Described(
            @Nullable Label label, @Nullable DataType type) {}
}
