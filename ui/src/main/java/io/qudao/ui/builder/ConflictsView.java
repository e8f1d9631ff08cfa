package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Listing;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What keeps a draft from being published or the tenant from what ships now: other people's changes of the same, and
 * components that ship under the names of the tenant's own. Each choice plans anew.
 */
@Route(value = BuilderNavigation.CONFLICTS, layout = FrameLayout.class)
@PermitAll
class ConflictsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Releases releases;
    private final transient ChangeSets changeSets;
    private final transient Metadata metadata;

    ConflictsView(Releases releases, ChangeSets changeSets, Metadata metadata) {
        this.releases = releases;
        this.changeSets = changeSets;
        this.metadata = metadata;
        addClassName("work-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("build.nav.conflicts");
    }

    private void show() {
        removeAll();
        var plan = releases.plan();
        var bar = new DraftBar(releases, changeSets, this::show);
        bar.show(plan);
        add(new PageHeader(getPageTitle()), bar);
        var upgrade = releases.upgradeConflicts();
        if (plan.conflicts().isEmpty() && upgrade.isEmpty()) {
            add(none(plan));
        }
        if (!plan.conflicts().isEmpty()) {
            addMerges(plan);
        }
        if (!upgrade.isEmpty()) {
            addUpgrade(plan, upgrade);
        }
    }

    private static EmptyState none(Plan plan) {
        var step = plan.changes().isEmpty()
                ? new Anchor(BuilderNavigation.objects(), Texts.of("build.plan.none.step"))
                : new Anchor(BuilderNavigation.plan(), Texts.of("build.draft.review"));
        return Named.as(
                "conflicts-none",
                new EmptyState(
                        VaadinIcon.CHECK_CIRCLE_O,
                        Texts.of("build.conflicts.none"),
                        Texts.of("build.conflicts.none.text"),
                        step));
    }

    private void addMerges(Plan plan) {
        var names = names();
        var draft = releases.draft();
        add(new H2(Texts.of("build.conflicts.merge")), text("build.conflicts.merge.text"));
        plan.conflicts().stream()
                .collect(Collectors.groupingBy(Plan.Conflict::key, TreeMap::new, Collectors.toList()))
                .forEach((key, conflicts) -> add(new MergeConflict(
                        key,
                        conflicts,
                        names,
                        draft,
                        releases.lastChange(key),
                        (side, attributes) -> attempt(() -> changeSets.resolve(key, side, attributes)))));
    }

    private void addUpgrade(Plan plan, List<Violation> upgrade) {
        var names = names();
        add(new H2(Texts.of("build.conflicts.upgrade")), text("build.conflicts.upgrade.text"));
        var left = new ArrayList<>(plan.warnings());
        left.addAll(plan.violations());
        upgrade.stream()
                .collect(Collectors.groupingBy(ConflictsView::key, TreeMap::new, Collectors.toList()))
                .forEach((key, reasons) -> {
                    var listing = releases.component(key).filter(found -> found.own() != null);
                    var card = new UpgradeConflict(
                            key,
                            names.of(key),
                            reasons,
                            listing.map(Listing::effective).orElse(null),
                            releases.shipped(key).orElse(null),
                            releases.lastChange(key));
                    if (reasons.stream().noneMatch(left::contains)) {
                        card.solved();
                        card.steps(Named.as(
                                "upgrade-publish",
                                new Anchor(BuilderNavigation.plan(), Texts.of("build.draft.review"))));
                    } else {
                        listing.ifPresent(found -> addSteps(card, found));
                    }
                    add(card);
                });
    }

    private void addSteps(UpgradeConflict card, Listing listing) {
        var key = listing.key();
        boolean renamable = key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD;
        if (renamable && listing.standard() == null) {
            var rename = new Button(
                    Texts.of("build.rename"), click -> new RenameDialog(releases, listing, after -> show()).open());
            rename.addThemeVariants(ButtonVariant.PRIMARY);
            card.steps(Named.as("rename-" + key.name(), rename));
            return;
        }
        var take = new Button(Texts.of("build.take.SHIPPED"), click -> askToTake(key));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        card.steps(Named.as("take-shipped-" + key.name(), take));
    }

    private void askToTake(ComponentKey key) {
        ConfirmStep.ask(
                Texts.of("build.take.SHIPPED"),
                Texts.of("build.take.SHIPPED.text", names().of(key)),
                Texts.of("build.take.SHIPPED"),
                () -> attempt(() -> releases.remove(key)));
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (ProblemException refused) {
            Notices.refused(refused);
        }
        show();
    }

    private ComponentNames names() {
        return new ComponentNames(new DraftObjects(releases.components()), metadata.current());
    }

    private static Paragraph text(String key) {
        var text = new Paragraph(Texts.of(key));
        text.addClassName("q-muted");
        return text;
    }

    /** The component that a violation at {@code kind/name/path} is about. */
    private static ComponentKey key(Violation violation) {
        var parts = violation.field().split("/", 3);
        return new ComponentKey(ComponentKind.of(parts[0]), parts[1]);
    }
}
