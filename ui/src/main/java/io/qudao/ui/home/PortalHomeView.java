package io.qudao.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.Faces;
import io.qudao.ui.shell.Person;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import io.qudao.ui.shell.ToDo;
import jakarta.annotation.security.PermitAll;

/** The start page of the portal: open tasks, remaining credit, and links. */
@Route(value = HomeNavigation.HOME, layout = PortalLayout.class)
@PermitAll
class PortalHomeView extends PortalPage implements BeforeEnterObserver {
    private final transient HomeParts parts;
    private final transient Faces faces;
    private final transient Person person;

    PortalHomeView(HomeParts parts, Faces faces, Person person) {
        super("portal.home", "home");
        this.parts = parts;
        this.faces = faces;
        this.person = person;
    }

    /** Redirects callers without a supplier, who work elsewhere. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var work = faces.entries(Face.WORKSPACE, TenantScope.caller());
        if (!work.isEmpty() && !parts.buys()) {
            event.forwardTo(work.getFirst().path());
            return;
        }
        getContent().removeAll();
        show();
    }

    private void show() {
        var partner = person.partner();
        var header =
                new PageHeader(Texts.of("home.welcome", TenantScope.caller().name()));
        if (partner != null) {
            header.fact(Texts.of("home.partner"), new Span(partner.name()));
        }
        getContent().add(header);
        var columns = new Box("home-columns");
        var left = new Box("q-stack home-main", toDoList(), quickLinks());
        var right = new Box("q-stack home-side");
        right.add(parts.sections(Face.PORTAL));
        columns.add(left, right);
        getContent().add(columns);
    }

    private Component toDoList() {
        var list = new Box("q-card q-stack", new H2(Texts.of("home.to_do")));
        var open = parts.toDos();
        open.forEach(toDo -> list.add(row(toDo)));
        if (open.isEmpty()) {
            list.add(
                    new EmptyState(VaadinIcon.CHECK_CIRCLE_O, Texts.of("home.nothing"), Texts.of("home.nothing.text")));
        }
        return Named.as("to-dos", list);
    }

    private static Component row(ToDo toDo) {
        var count = new Span(String.valueOf(toDo.count()));
        count.addClassName("to-do-count");
        var text = new Span(Texts.of(toDo.text()));
        text.addClassName("q-grow");
        var row = new Anchor("/" + toDo.path(), count, text, VaadinIcon.ANGLE_RIGHT.create());
        row.addClassName("to-do");
        return Named.as(toDo.text().replace('.', '-'), row);
    }

    private Component quickLinks() {
        var links = new Box("quick-links");
        for (var each : parts.links()) {
            var link = new Anchor("/" + each.path(), each.icon().create(), new Paragraph(each.text()));
            link.addClassName("q-card");
            links.add(Named.as("quick-" + each.path().replace('/', '-'), link));
        }
        return links;
    }
}
