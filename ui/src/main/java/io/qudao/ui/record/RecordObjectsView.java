package io.qudao.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordTypes;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.shell.FrameLayout;
import io.qudao.ui.shell.PortalLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;

/** The objects whose records the caller may read; the tenant's own come first. */
@Route(value = RecordNavigation.WORK, layout = FrameLayout.class)
@RouteAlias(value = RecordNavigation.OBJECTS, layout = PortalLayout.class)
@PermitAll
class RecordObjectsView extends RecordPage {
    private static final long serialVersionUID = 1;

    private final transient RecordTypes types;

    RecordObjectsView(RecordTypes types) {
        this.types = types;
    }

    @Override
    void enter(RouteParameters named) {
        var readable = types.visible().stream()
                .map(VisibleType::type)
                .sorted(Comparator.comparing(RecordNavigation::isStandard))
                .toList();
        removeAll();
        add(new PageHeader(title()));
        if (isInPortal() ? readable.isEmpty() : readable.stream().allMatch(RecordNavigation::isStandard)) {
            add(nothing());
        }
        var cards = new Box("work-cards");
        readable.forEach(type -> cards.add(card(type)));
        add(cards);
    }

    @Override
    String title() {
        return Texts.of("work.nav.objects");
    }

    private EmptyState nothing() {
        if (isInPortal()) {
            return new EmptyState(
                    VaadinIcon.RECORDS, Texts.of("records.none"), Texts.of("records.objects.none.portal"));
        }
        var steps = TenantScope.caller().may("metadata.edit")
                ? new Component[] {new Anchor("/build", Texts.of("records.objects.build"))}
                : new Component[0];
        return new EmptyState(
                VaadinIcon.CUBES, Texts.of("records.objects.none"), Texts.of("records.objects.none.text"), steps);
    }

    private Anchor card(ObjectType type) {
        var label = new Span(type.plural().in(Texts.locale()));
        label.addClassName("q-strong");
        var card = new Anchor("/" + records(type.name()), label);
        card.addClassName("q-card");
        if (!isInPortal()) {
            card.add(kind(type));
        }
        return Named.as("object-" + type.name(), card);
    }

    private static StatusBadge kind(ObjectType type) {
        return RecordNavigation.isStandard(type)
                ? new StatusBadge(Tone.GREY, Texts.of("records.standard"))
                : new StatusBadge(Tone.TEAL, Texts.of("records.own"));
    }
}
