package io.qudao.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.qudao.cart.Carts;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Faces;
import io.qudao.ui.shell.NavigationEntry;
import io.qudao.ui.shell.Person;
import io.qudao.ui.shell.PersonMenu;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the portal stands in: search on top, tabs at a phone's foot, a row of links on a wide screen. */
@PermitAll
public class PortalLayout extends Composite<Div> implements RouterLayout, AfterNavigationObserver {
    private static final Set<String> TABS =
            Set.of("", PortalNavigation.CATALOGUE, PortalNavigation.CART, PortalNavigation.ORDERS, PortalNavigation.ME);

    private final Main main = new Main();
    private final List<Anchor> links = new ArrayList<>();
    private final transient Carts carts;
    private final transient Suppliers suppliers;

    protected PortalLayout(Faces faces, OwnPages pages, Person person, Carts carts, Suppliers suppliers) {
        this.carts = carts;
        this.suppliers = suppliers;
        var entries = pages.all();
        var header = new Header(brand(), links(entries), search(), new PersonMenu(person, faces));
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

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String address = "/" + event.getLocation().getFirstSegment();
        links.forEach(link -> {
            if (link.getHref().equals(address)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static Component brand() {
        var mark = new Span();
        mark.addClassName("brand-mark");
        var name = new Span(TenantScope.caller().tenant().name());
        name.addClassNames("brand-name", "q-ellipsis");
        var brand = new Anchor("/", mark, name);
        brand.addClassName("portal-brand");
        brand.setAriaLabel(TenantScope.caller().tenant().name());
        return brand;
    }

    private static Component search() {
        var search = Named.as("search", new TextField());
        search.addClassName("portal-search");
        search.setPlaceholder(Texts.of("portal.search"));
        search.setAriaLabel(Texts.of("portal.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(PortalNavigation.search(change.getValue().strip()));
            }
        });
        search.setVisible(TenantScope.caller().may("order.create"));
        return search;
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
        entries.stream().filter(entry -> TABS.contains(entry.path())).forEach(entry -> nav.add(link(entry, "tab-")));
        return nav;
    }

    private Anchor link(NavigationEntry entry, String prefix) {
        var link = new Anchor("/" + entry.path(), entry.icon().create(), new Span(Texts.of(entry.text())));
        if (entry.path().equals(PortalNavigation.CART)) {
            link.add(new CartCount(carts, suppliers));
        }
        links.add(link);
        return Named.as(prefix + (entry.path().isEmpty() ? "home" : entry.path()), link);
    }
}
