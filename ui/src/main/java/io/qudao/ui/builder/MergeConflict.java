package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import io.qudao.metadata.Plan.Conflict;
import io.qudao.metadata.Release;
import io.qudao.ui.builder.Versions.AttributeValue;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One component that the draft and a release published meanwhile say different things of; one of them is chosen, for
 * each attribute or for all at once.
 */
final class MergeConflict extends Div {
    /** Is told whose word counts, for these attributes or, if there are none, for all. */
    interface Choice {
        void take(Side side, Set<String> attributes);
    }

    private final transient ComponentKey key;
    private final transient List<Conflict> conflicts;
    private final transient AttributeTexts texts;
    private final transient Choice choice;

    MergeConflict(
            ComponentKey key,
            List<Conflict> conflicts,
            ComponentNames names,
            Draft draft,
            Optional<Release> theirs,
            Choice choice) {
        this.key = key;
        this.conflicts = conflicts;
        this.texts = new AttributeTexts(names);
        this.choice = choice;
        addClassNames("q-card", "q-stack");
        Named.as("conflict-" + key.name(), this);
        var kind = new Span(Texts.of("build.kind." + key.kind().code()));
        kind.addClassName("q-muted");
        var versions = new Versions();
        versions.add(Texts.of("build.version.before"), Versions.origin(null, null), values(Conflict::base, null), null);
        versions.add(
                Texts.of("build.version.mine"),
                Versions.origin(draft.changedBy(), draft.changedAt()),
                values(Conflict::mine, Side.MINE),
                all(Side.MINE));
        versions.add(
                Texts.of("build.version.theirs"),
                theirs.map(Versions::origin).orElseGet(() -> Versions.origin(null, null)),
                values(Conflict::theirs, Side.THEIRS),
                all(Side.THEIRS));
        add(new Box("q-row wrap", new H3(names.of(key)), kind), versions);
    }

    /** @param side whose values they are; null where they are not for choosing */
    private List<AttributeValue> values(Function<Conflict, @Nullable String> value, @Nullable Side side) {
        boolean severally = side != null && conflicts.size() > 1;
        return conflicts.stream()
                .map(conflict -> new AttributeValue(
                        texts.name(conflict.attribute()),
                        texts.value(key, conflict.attribute(), value.apply(conflict)),
                        severally ? one(side, conflict.attribute()) : null))
                .toList();
    }

    private Button one(Side side, String attribute) {
        var button = new Button(Texts.of("build.take.one"), click -> choice.take(side, Set.of(attribute)));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(Texts.of("build.take.one." + side.name(), texts.name(attribute)));
        return Named.as(name(side) + "-" + attribute, button);
    }

    private Button all(Side side) {
        var button = new Button(Texts.of("build.take." + side.name()), click -> choice.take(side, Set.of()));
        return Named.as(name(side), button);
    }

    private String name(Side side) {
        return "take-" + side.name().toLowerCase(Locale.ROOT) + "-" + key.name();
    }
}
