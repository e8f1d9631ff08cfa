package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;

/** The releases so far, newest first; each of them can be restored. */
@Route(value = BuilderNavigation.RELEASES, layout = FrameLayout.class)
@PermitAll
class ReleasesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Releases releases;
    private final transient ChangeSets changeSets;

    ReleasesView(Releases releases, ChangeSets changeSets) {
        this.releases = releases;
        this.changeSets = changeSets;
        addClassName("work-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("build.nav.releases");
    }

    private void show() {
        removeAll();
        var bar = new DraftBar(releases, changeSets, this::show);
        bar.show(releases.plan());
        add(new PageHeader(getPageTitle()), bar);
        var history = releases.history();
        if (history.isEmpty()) {
            add(new EmptyState(
                    VaadinIcon.TIME_BACKWARD, Texts.of("build.releases.none"), Texts.of("build.releases.none.text")));
            return;
        }
        var list = new Box("q-card build-fields");
        for (var release : history) {
            list.add(row(release, release.equals(history.getFirst())));
        }
        add(list);
    }

    private Box row(Release release, boolean newest) {
        var number = new Span(Texts.of("build.release", release.number()));
        number.addClassName("q-strong");
        var head = new Box("q-row wrap q-grow", number);
        if (newest) {
            head.add(new StatusBadge(Tone.GREEN, Texts.of("build.release.newest")));
        }
        var facts = new Box(
                "q-row wrap q-small q-muted",
                new MomentText(release.publishedAt()),
                new Span(release.publishedBy()),
                new Span(Texts.of("build.release.changes", release.changes())));
        var about = new Box("q-stack q-grow", head);
        if (!release.comment().isBlank()) {
            about.add(new Span(release.comment()));
        }
        about.add(facts);
        var row = new Box("build-field q-row between", about);
        if (!newest && TenantScope.caller().may("metadata.publish")) {
            row.add(back(release));
        }
        return Named.as("release-" + release.number(), row);
    }

    private Button back(Release release) {
        var button = new Button(Texts.of("build.rollback"), click -> ask(release));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return Named.as("rollback-" + release.number(), button);
    }

    /** Shows what it would hide and what prevents it, and asks for confirmation. */
    private void ask(Release release) {
        var plan = releases.planRollback(release.number());
        if (!plan.violations().isEmpty()) {
            Notices.refused(new ProblemException(CommonProblem.CONFLICT, plan.violations()));
            return;
        }
        var text = new StringBuilder(Texts.of("build.rollback.text", release.number()));
        if (plan.isDestructive()) {
            text.append(' ').append(Texts.of("build.plan.destructive"));
        }
        releases.findings(plan).stream()
                .filter(Plan.Finding::isAgainst)
                .map(finding -> Texts.of(
                        "build.rollback.found", finding.demand().key().local(), Notices.message(finding.violation())))
                .forEach(line -> text.append(' ').append(line));
        ConfirmStep.ask(
                Texts.of("build.rollback.title", release.number()),
                text.toString(),
                Texts.of("build.rollback"),
                () -> rollback(release, plan));
    }

    private void rollback(Release release, Plan plan) {
        try {
            var made = releases.rollback(
                    release.number(), new Releases.Publication("", plan.isDestructive(), plan.fingerprint()));
            Notices.done(Texts.of("build.rollback.done", made.number(), release.number()));
        } catch (ProblemException refused) {
            Notices.refused(refused);
        }
        show();
    }
}
