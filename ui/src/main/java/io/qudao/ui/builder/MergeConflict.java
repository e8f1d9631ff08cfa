package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import io.qudao.metadata.Plan.Conflict;
import io.qudao.metadata.Release;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One component that the draft and a release published meanwhile say different things of; one of them is chosen. */
final class MergeConflict extends Div {
    private final transient ComponentKey key;
    private final transient List<Conflict> conflicts;
    private final transient AttributeTexts texts;

    /** @param chosen is told whose word counts */
    MergeConflict(
            ComponentKey key,
            List<Conflict> conflicts,
            ComponentNames names,
            Draft draft,
            Optional<Release> theirs,
            Consumer<Side> chosen) {
        this.key = key;
        this.conflicts = conflicts;
        this.texts = new AttributeTexts(names);
        addClassNames("q-card", "q-stack");
        Named.as("conflict-" + key.name(), this);
        var kind = new Span(Texts.of("build.kind." + key.kind().code()));
        kind.addClassName("q-muted");
        var versions = new Versions();
        versions.add(Texts.of("build.version.before"), Versions.origin(null, null), values(Conflict::base), null);
        versions.add(
                Texts.of("build.version.mine"),
                Versions.origin(draft.changedBy(), draft.changedAt()),
                values(Conflict::mine),
                choice(Side.MINE, chosen));
        versions.add(
                Texts.of("build.version.theirs"),
                theirs.map(Versions::origin).orElseGet(() -> Versions.origin(null, null)),
                values(Conflict::theirs),
                choice(Side.THEIRS, chosen));
        add(new Box("q-row wrap", new H3(names.of(key)), kind), versions);
    }

    private Map<String, String> values(Function<Conflict, @Nullable String> side) {
        var values = new LinkedHashMap<String, String>();
        conflicts.forEach(conflict -> values.put(
                texts.name(conflict.attribute()), texts.value(key, conflict.attribute(), side.apply(conflict))));
        return values;
    }

    private Button choice(Side side, Consumer<Side> chosen) {
        var button = new Button(Texts.of("build.take." + side.name()), click -> chosen.accept(side));
        return Named.as("take-" + side.name().toLowerCase(Locale.ROOT) + "-" + key.name(), button);
    }
}
