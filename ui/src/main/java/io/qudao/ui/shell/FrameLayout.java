package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinSession;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The frame of workspace and builder: navigation at the side that can be collapsed to icons, and a bar with search and
 * user menu on top.
 */
@PermitAll
public class FrameLayout extends Composite<Div> implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {
    private static final String FOLDED = "qudao.folded";

    private final transient Faces faces;
    private final Nav side = new Nav();
    private final Box links = new Box("frame-links");
    private final Box items = new Box("frame-items");
    private final Main main = new Main();
    private final Map<NavigationEntry, Anchor> anchors = new LinkedHashMap<>();
    private Face face = Face.PORTAL;

    protected FrameLayout(Faces faces, Person person) {
        this.faces = faces;
        side.addClassName("frame-side");
        side.add(new BrandMark("frame-brand"), links, fold());
        main.addClassName("frame-main");
        var top = new Header(menu(), items, new PersonMenu(person, faces));
        top.addClassName("frame-top");
        getContent().addClassName("frame");
        getContent().add(side, top, main);
        setFolded(VaadinSession.getCurrent().getAttribute(FOLDED) != null);
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

    /** Leads users without access to the portal's page, if there is one; otherwise shows that there is no such page. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation().getPath();
        var caller = TenantScope.caller();
        if (!faces.isOpen(Face.of(address), caller) && !faces.lead(event, Face.PORTAL, caller)) {
            throw new NotFoundException(address);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String address = event.getLocation().getPath();
        var shown = Face.of(address);
        if (shown != face) {
            face = shown;
            fill();
        }
        side.getElement().setAttribute("data-open", false);
        var current = anchors.keySet().stream()
                .filter(entry -> entry.holds(address))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
        anchors.forEach(
                (entry, link) -> mark(link, current.filter(entry::equals).isPresent()));
    }

    private static void mark(Anchor link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }

    private void fill() {
        var caller = TenantScope.caller();
        anchors.clear();
        links.removeAll();
        items.removeAll();
        for (var entry : faces.entries(face, caller)) {
            var text = Texts.of(entry.text());
            var link = new Anchor("/" + entry.path(), entry.icon().create(), new Span(text));
            link.setTitle(text);
            link.addClassName("frame-link");
            anchors.put(entry, link);
            links.add(Named.as("nav-" + entry.path().replace('/', '-'), link));
        }
        faces.items(face, caller).forEach(item -> items.add(item.create()));
        side.setAriaLabel(Texts.of("face." + face.name()));
    }

    private Component fold() {
        var fold = icon(VaadinIcon.ANGLE_DOUBLE_LEFT, "frame.fold");
        fold.addClassName("frame-fold");
        fold.addClickListener(click -> setFolded(VaadinSession.getCurrent().getAttribute(FOLDED) == null));
        return fold;
    }

    private Component menu() {
        var menu = icon(VaadinIcon.MENU, "frame.menu");
        menu.addClassName("frame-menu");
        menu.addClickListener(click ->
                side.getElement().setAttribute("data-open", !side.getElement().hasAttribute("data-open")));
        return menu;
    }

    private static Button icon(VaadinIcon icon, String key) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Texts.of(key));
        return Named.as(key.replace('.', '-'), button);
    }

    private void setFolded(boolean folded) {
        VaadinSession.getCurrent().setAttribute(FOLDED, folded ? Boolean.TRUE : null);
        getElement().setAttribute("data-folded", folded);
    }
}
