package io.qudao.ui.builder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases;
import io.qudao.partner.Partners;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows what publishing would change and what prevents it, and publishes. */
@Route(value = BuilderNavigation.PLAN, layout = FrameLayout.class)
@PermitAll
class PlanView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Releases releases;
    private final transient ChangeSets changeSets;
    private final transient Metadata metadata;
    private final transient Partners partners;

    PlanView(Releases releases, ChangeSets changeSets, Metadata metadata, Partners partners) {
        this.partners = partners;
        this.releases = releases;
        this.changeSets = changeSets;
        this.metadata = metadata;
        addClassName("work-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("build.nav.plan");
    }

    private void show() {
        removeAll();
        var plan = releases.plan();
        var header = new PageHeader(getPageTitle());
        var bar = new DraftBar(releases, changeSets, this::show).atItsEnd();
        bar.show(plan);
        add(header, bar);
        if (plan.changes().isEmpty()) {
            var start = new Anchor(BuilderNavigation.objects(), Texts.of("build.plan.none.step"));
            add(new EmptyState(
                    VaadinIcon.CLIPBOARD_CHECK, Texts.of("build.plan.none"), Texts.of("build.plan.none.text"), start));
            return;
        }
        var draft = new DraftObjects(releases.components());
        var names = new ComponentNames(draft, metadata.current());
        var remarks = new PlanRemarks(names);
        var findings = releases.findings(plan);
        header.actions(publish(plan, draft, () -> remarks.findings(findings)));
        if (!plan.conflicts().isEmpty()) {
            add(remarks.conflicts());
        }
        if (!plan.violations().isEmpty()) {
            add(remarks.violations(plan.violations()));
        }
        if (!plan.warnings().isEmpty()) {
            add(remarks.warnings(plan.warnings()));
        }
        remarks.findings(findings).ifPresent(this::add);
        if (plan.isDestructive()) {
            add(Named.as("plan-destructive", new Remark(Tone.AMBER, new Span(Texts.of("build.plan.destructive")))));
        }
        var changes = new Box("q-card build-fields");
        plan.changes().forEach(change -> changes.add(change(change, plan.audiences(), names)));
        add(Named.as("plan-changes", changes));
        if (!plan.slots().isEmpty()) {
            add(new H2(Texts.of("build.plan.slots")), slots(plan.slots(), names));
        }
    }

    /** @param found what existing records say about the plan, shown again in the dialog */
    private Button publish(Plan plan, DraftObjects draft, Supplier<Optional<Remark>> found) {
        var button = Named.as(
                "build-publish",
                new Button(
                        Texts.of("build.publish"),
                        VaadinIcon.ROCKET.create(),
                        click -> new PublishDialog(
                                        releases,
                                        draft,
                                        partners,
                                        plan,
                                        found.get(),
                                        (release, seen) -> published(release, plan, seen))
                                .open()));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setVisible(TenantScope.caller().may("metadata.publish"));
        button.setEnabled(plan.violations().isEmpty() && plan.conflicts().isEmpty());
        return button;
    }

    private void published(Release release, Plan plan, List<String> seen) {
        show();
        var links = new Box("q-row wrap");
        var names = new ComponentNames(new DraftObjects(releases.components()), metadata.current());
        plan.changes().stream()
                .filter(change ->
                        change.action() != Plan.Action.REMOVED || change.key().kind() != ComponentKind.OBJECT)
                .map(change -> change.key().object())
                .filter(object -> !object.isEmpty())
                .distinct()
                .forEach(object -> links.add(Named.as(
                        "see-live",
                        new Anchor(
                                RecordNavigation.records(object), Texts.of("build.see.live", names.records(object))))));
        var text = new Paragraph(Texts.of("build.published", release.number()));
        var remark = new Box("q-stack", text);
        seen.forEach(line -> remark.add(new Span(line)));
        addComponentAtIndex(1, Named.as("published", new Remark(Tone.GREEN, remark, links)));
    }

    private static Box change(Plan.Change change, List<Plan.Audience> audiences, ComponentNames names) {
        var badge = switch (change.action()) {
            case ADDED -> new StatusBadge(Tone.GREEN, Texts.of("build.action.added"));
            case CHANGED -> new StatusBadge(Tone.BLUE, Texts.of("build.action.changed"));
            case RENAMED -> new StatusBadge(Tone.BLUE, Texts.of("build.action.renamed"));
            case REMOVED -> new StatusBadge(Tone.RED, Texts.of("build.action.removed"));
        };
        var row = new Box(
                "q-row wrap",
                badge,
                new Span(Texts.of("build.kind." + change.key().kind().code())),
                name(change, names));
        if (change.action() == Plan.Action.CHANGED && !change.attributes().isEmpty()) {
            var attributes = new Span(change.attributes().stream()
                    .map(attribute -> Texts.orElse("build.attribute." + attribute, attribute))
                    .collect(Collectors.joining(Texts.of("build.attributes.between"))));
            attributes.addClassNames("q-muted", "q-small");
            row.add(attributes);
        }
        if (change.destructive()) {
            row.add(new StatusBadge(Tone.AMBER, Texts.of("build.plan.hides")));
        }
        var box = new Box("build-field", row);
        audiences.stream()
                .filter(audience -> audience.key().equals(change.key()))
                .forEach(audience -> box.add(audience(audience, names)));
        return Named.as("change-" + change.key().name(), box);
    }

    private static Span audience(Plan.Audience audience, ComponentNames names) {
        var said = new Span(Texts.of(
                "build.audience.said",
                audience.permissionSets().stream()
                        .map(set -> names.of(new ComponentKey(ComponentKind.PERMISSION_SET, set)))
                        .collect(Collectors.joining(Texts.of("build.attributes.between")))));
        said.addClassNames("q-muted", "q-small");
        return said;
    }

    private static Component name(Plan.Change change, ComponentNames names) {
        var key = change.key();
        var name = names.of(key);
        boolean gone = key.kind() == ComponentKind.OBJECT && change.action() == Plan.Action.REMOVED;
        return key.object().isEmpty() || gone
                ? new Span(name)
                : new Anchor(BuilderNavigation.object(key.object()), name);
    }

    private static Box slots(List<Plan.SlotChange> slots, ComponentNames names) {
        var list = new Box("q-card build-fields");
        for (var slot : slots) {
            var field = new Span(names.of(ComponentKey.part(ComponentKind.FIELD, slot.object(), slot.field())));
            list.add(new Box(
                    "build-field",
                    new Box(
                            "q-row wrap",
                            field,
                            new Span(Texts.of("build.slot." + slot.state().name())))));
        }
        return list;
    }
}
