package io.qudao.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Storage;
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
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;

/** The objects whose records the caller may read; the tenant's own come first. */
@Route(value = RecordNavigation.OBJECTS, layout = FrameLayout.class)
@PermitAll
class RecordObjectsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    RecordObjectsView(RecordTypes types) {
        addClassName("work-page");
        var readable = types.visible().stream()
                .map(VisibleType::type)
                .sorted(Comparator.comparing(RecordObjectsView::isStandard))
                .toList();
        add(new PageHeader(getPageTitle()));
        if (readable.stream().allMatch(RecordObjectsView::isStandard)) {
            add(nothing());
        }
        var cards = new Box("work-cards");
        readable.forEach(type -> cards.add(card(type)));
        add(cards);
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.objects");
    }

    private static boolean isStandard(ObjectType type) {
        return type.storage() instanceof Storage.Table;
    }

    private static EmptyState nothing() {
        var steps = TenantScope.caller().may("metadata.edit")
                ? new Component[] {new Anchor("/build", Texts.of("records.objects.build"))}
                : new Component[0];
        return new EmptyState(
                VaadinIcon.CUBES, Texts.of("records.objects.none"), Texts.of("records.objects.none.text"), steps);
    }

    private static Anchor card(ObjectType type) {
        var label = new Span(type.plural().in(Texts.locale()));
        label.addClassName("q-strong");
        var kind = isStandard(type)
                ? new StatusBadge(Tone.GREY, Texts.of("records.standard"))
                : new StatusBadge(Tone.TEAL, Texts.of("records.own"));
        var card = new Anchor(RecordNavigation.records(type.name()), label, kind);
        card.addClassName("q-card");
        return Named.as("object-" + type.name(), card);
    }
}
