package io.qudao.ui.portal;

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
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The start: what waits to be done, what credit is left, and the ways on. */
@Route(value = "", layout = PortalLayout.class)
@PermitAll
class HomeView extends Page implements BeforeEnterObserver {
    private final transient Suppliers suppliers;
    private final transient ToDos toDos;
    private final transient CreditCards cards;
    private final transient Faces faces;
    private final transient Person person;
    private final transient OwnPages pages;

    HomeView(Suppliers suppliers, ToDos toDos, CreditCards cards, Faces faces, Person person, OwnPages pages) {
        super("portal.home", "home");
        this.suppliers = suppliers;
        this.toDos = toDos;
        this.cards = cards;
        this.faces = faces;
        this.person = person;
        this.pages = pages;
    }

    /** Those who buy from nobody work elsewhere. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var caller = TenantScope.caller();
        var buysFrom = suppliers.all();
        if (buysFrom.isEmpty() && !faces.entries(Face.WORKSPACE, caller).isEmpty()) {
            event.forwardTo(faces.entries(Face.WORKSPACE, caller).getFirst().path());
            return;
        }
        getContent().removeAll();
        show(buysFrom);
    }

    private void show(List<Supplier> buysFrom) {
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
        buysFrom.forEach(supplier -> right.add(cards.of(supplier)));
        columns.add(left, right);
        getContent().add(columns);
    }

    private Component toDoList() {
        var list = new Box("q-card q-stack", new H2(Texts.of("home.to_do")));
        var open = toDos.open();
        open.forEach(toDo -> list.add(row(toDo)));
        if (open.isEmpty()) {
            list.add(
                    new EmptyState(VaadinIcon.CHECK_CIRCLE_O, Texts.of("home.nothing"), Texts.of("home.nothing.text")));
        }
        return Named.as("to-dos", list);
    }

    private static Component row(ToDos.ToDo toDo) {
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
        for (var entry : pages.all()) {
            if (!entry.path().isEmpty() && !entry.path().equals(PortalNavigation.ME)) {
                var link = new Anchor("/" + entry.path(), entry.icon().create(), new Paragraph(Texts.of(entry.text())));
                link.addClassName("q-card");
                links.add(Named.as("quick-" + entry.path(), link));
            }
        }
        return links;
    }
}
