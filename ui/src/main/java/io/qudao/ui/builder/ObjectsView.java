package io.qudao.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.Releases;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All objects of the tenant, both its own and the standard ones. */
@Route(value = BuilderNavigation.OBJECTS, layout = FrameLayout.class)
@PermitAll
class ObjectsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Releases releases;
    private final transient ChangeSets changeSets;

    ObjectsView(Releases releases, ChangeSets changeSets) {
        this.releases = releases;
        this.changeSets = changeSets;
        addClassName("work-page");
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("build.nav.objects");
    }

    private void show() {
        removeAll();
        var blueprint = new DraftObjects(releases.components());
        var own = blueprint.objects().stream()
                .filter(shape -> !shape.isStandard())
                .toList();
        var standard = blueprint.objects().stream()
                .filter(DraftObjects.DraftObject::isStandard)
                .toList();
        add(new PageHeader(Texts.of("build.nav.objects")).actions(addButton("build-add-object", blueprint)));
        var bar = new DraftBar(releases, changeSets, this::show);
        bar.show(releases.plan());
        add(bar, new H2(Texts.of("build.objects.own")));
        add(
                own.isEmpty()
                        ? new EmptyState(
                                VaadinIcon.CUBES,
                                Texts.of("build.objects.none"),
                                Texts.of("build.objects.none.text"),
                                addButton("build-first-object", blueprint))
                        : list(own, blueprint));
        add(new H2(Texts.of("build.objects.standard")), list(standard, blueprint));
    }

    private Button addButton(String name, DraftObjects blueprint) {
        var button = new Button(
                Texts.of("build.object.add"),
                VaadinIcon.PLUS.create(),
                click -> new ObjectDialog(releases, blueprint.names(), made -> Pages.open("build/objects/" + made))
                        .open());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return Named.as(name, button);
    }

    private static Box list(List<DraftObjects.DraftObject> shapes, DraftObjects blueprint) {
        var list = new Box("build-objects");
        shapes.forEach(shape -> list.add(entry(shape, blueprint.ownFields(shape.name()))));
        return list;
    }

    private static Anchor entry(DraftObjects.DraftObject shape, long ownFields) {
        var label = new Span(shape.label().in(Texts.locale()));
        label.addClassNames("q-strong", "q-ellipsis");
        var name = new Span(shape.name());
        name.addClassNames("build-code", "q-ellipsis");
        var count = new Span(Texts.of("build.objects.fields", ownFields));
        count.addClassNames("q-muted", "q-small");
        var title = new Box("q-row", label);
        if (shape.listing().edited()) {
            title.add(new StatusBadge(Tone.AMBER, Texts.of("build.in.draft")));
        }
        var entry = new Anchor(BuilderNavigation.object(shape.name()), title, name, count);
        entry.addClassNames("q-card", "build-object");
        return Named.as("object-" + shape.name(), entry);
    }
}
