package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Releases;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;

/** Shows on every page of the builder how many changes are unpublished, and whether they can be published. */
final class DraftBar extends Div {
    private final transient Releases releases;
    private final transient ChangeSets changeSets;
    private final transient Runnable changed;
    private boolean leads = true;

    /** @param changed called after the draft has been discarded or another one was chosen */
    DraftBar(Releases releases, ChangeSets changeSets, Runnable changed) {
        this.releases = releases;
        this.changeSets = changeSets;
        this.changed = changed;
        addClassNames("build-draft");
        Named.as("draft-bar", this);
    }

    /** Adapts the bar to the page it otherwise links to. */
    DraftBar atItsEnd() {
        leads = false;
        return this;
    }

    void show(Plan plan) {
        removeAll();
        int waiting = plan.changes().size();
        getElement().setAttribute("data-waiting", String.valueOf(waiting));
        var state = new Box("q-row wrap q-grow");
        add(state);
        if (!releases.upgradeConflicts().isEmpty()) {
            state.add(conflicts("draft-upgrade", Tone.AMBER, Texts.of("build.draft.upgrade")));
        }
        if (waiting == 0) {
            var calm = new Span(
                    plan.newest() == 0 ? Texts.of("build.draft.first") : Texts.of("build.draft.none", plan.newest()));
            calm.addClassName("q-muted");
            state.add(calm);
            add(new ChangeSetChooser(changeSets, changed));
            return;
        }
        var count = new Span(Texts.of("build.draft.waiting", waiting));
        count.addClassName("q-strong");
        state.add(count);
        if (!plan.conflicts().isEmpty()) {
            state.add(conflicts(
                    "draft-conflicts",
                    Tone.RED,
                    Texts.of("build.draft.conflicts", plan.conflicts().size())));
        }
        if (!plan.violations().isEmpty()) {
            state.add(new StatusBadge(
                    Tone.RED, Texts.of("build.draft.wrong", plan.violations().size())));
        }
        var steps = new Box("q-row wrap", new ChangeSetChooser(changeSets, changed), discard(waiting));
        if (leads) {
            steps.add(review());
        }
        add(steps);
    }

    private Button discard(int waiting) {
        var button = new Button(
                Texts.of("build.draft.discard"),
                click -> ConfirmStep.ask(
                        Texts.of("build.draft.discard"),
                        Texts.of("build.draft.discard.text", waiting),
                        Texts.of("build.draft.discard"),
                        () -> {
                            releases.discard();
                            changed.run();
                        }));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return Named.as("draft-discard", button);
    }

    private static Anchor conflicts(String name, Tone tone, String text) {
        return Named.as(name, new Anchor(BuilderNavigation.conflicts(), new StatusBadge(tone, text)));
    }

    private static Anchor review() {
        var link = new Anchor(BuilderNavigation.plan(), Texts.of("build.draft.review"));
        link.addClassName("build-primary");
        return Named.as("build-plan", link);
    }
}
