package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** The frame of the portal: search on top, tabs at the bottom of a phone's screen, a row of links on a wide screen. */
@PermitAll
public class PortalLayout extends Composite<Div> implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {
    private final Main main = new Main();
    private final List<Anchor> links = new ArrayList<>();
    private final transient Faces faces;

    protected PortalLayout(Faces faces, Person person) {
        this.faces = faces;
        var caller = TenantScope.caller();
        var entries = faces.entries(Face.PORTAL, caller);
        var header = new Header(new BrandMark("portal-brand"), links(entries));
        faces.items(Face.PORTAL, caller).forEach(item -> header.add(item.create()));
        header.add(new PersonMenu(person, faces));
        header.addClassName("portal-top");
        main.addClassName("portal-main");
        getContent().addClassName("portal");
        getContent().add(header, main, tabs(entries));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.removeAll();
    }

    /** Leads the brand's staff from a page of both faces to the workspace. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        faces.lead(event, Face.WORKSPACE, TenantScope.caller());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var page = event.getActiveChain().getFirst();
        String address = "/"
                + (page instanceof BelongsTo part
                        ? part.entry()
                        : event.getLocation().getFirstSegment());
        links.forEach(link -> {
            if (link.getHref().equals(address)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Component links(List<NavigationEntry> entries) {
        var nav = new Nav();
        nav.addClassName("portal-links");
        nav.setAriaLabel(Texts.of("portal.navigation"));
        entries.forEach(entry -> nav.add(link(entry, "nav-")));
        return nav;
    }

    private Component tabs(List<NavigationEntry> entries) {
        var nav = new Nav();
        nav.addClassName("portal-tabs");
        nav.setAriaLabel(Texts.of("portal.tabs"));
        entries.stream().filter(NavigationEntry::tab).forEach(entry -> nav.add(link(entry, "tab-")));
        return nav;
    }

    private Anchor link(NavigationEntry entry, String prefix) {
        var link = new Anchor("/" + entry.path(), entry.icon().create(), new Span(Texts.of(entry.text())));
        faces.badge(entry).ifPresent(link::add);
        links.add(link);
        return Named.as(prefix + (entry.path().isEmpty() ? "home" : entry.path()), link);
    }
}
