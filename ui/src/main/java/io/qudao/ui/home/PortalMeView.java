package io.qudao.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.partner.Partner;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.Faces;
import io.qudao.ui.shell.Languages;
import io.qudao.ui.shell.Person;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The person's page: partner acted for, credit, language, and sign-out. */
@Route(value = HomeNavigation.ME, layout = PortalLayout.class)
@PermitAll
class PortalMeView extends PortalPage implements BeforeEnterObserver {
    private final transient Person person;
    private final transient Faces faces;
    private final transient HomeParts parts;

    PortalMeView(Person person, Faces faces, HomeParts parts) {
        super("portal.me", "me");
        this.person = person;
        this.faces = faces;
        this.parts = parts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        var partner = person.partner();
        var header = new PageHeader(TenantScope.caller().name());
        if (partner != null) {
            header.fact(Texts.of("role." + partner.role()), new Span(partner.name()));
        }
        getContent().add(header, links());
        var credit = new Box("credit-cards");
        credit.add(parts.sections(Face.PORTAL));
        getContent().add(credit, partners(partner), languages(), signOut());
    }

    private Component links() {
        var list = new Box("q-card me-links");
        var caller = TenantScope.caller();
        for (var each : parts.links()) {
            list.add(
                    Named.as("me-" + each.path().replace('/', '-'), link("/" + each.path(), each.icon(), each.text())));
        }
        for (Face face : faces.openTo(caller)) {
            if (face != Face.PORTAL) {
                list.add(link("/" + face.path(), VaadinIcon.DESKTOP, Texts.of("face." + face.name())));
            }
        }
        return list;
    }

    private static Component link(String href, VaadinIcon icon, String text) {
        var name = new Span(text);
        name.addClassName("q-grow");
        var link = new Anchor(href, icon.create(), name, VaadinIcon.ANGLE_RIGHT.create());
        link.addClassName("me-link");
        return link;
    }

    private Component partners(@Nullable Partner own) {
        var all = person.partners();
        var box = new Box("q-card q-stack", new H2(Texts.of("me.partners")));
        box.setVisible(all.size() > 1);
        for (var partner : all) {
            boolean current = own != null && own.id().equals(partner.id());
            var button = choice(partner.name(), current);
            button.addClickListener(click -> person.actFor(partner.id()));
            box.add(Named.as("me-act-for-" + partner.code(), button));
        }
        return box;
    }

    private Component languages() {
        var chips = new Box("q-chips");
        for (var locale : Languages.ALL) {
            var chip = choice(Languages.nameOf(locale), Languages.same(locale, Texts.locale()));
            chip.addClickListener(click -> person.speak(locale));
            chips.add(Named.as("me-language-" + locale.toLanguageTag(), chip));
        }
        return new Box("q-card q-stack", new H2(Texts.of("me.language")), chips);
    }

    private static NativeButton choice(String text, boolean current) {
        var button = new NativeButton(text);
        button.addClassName("q-chip");
        button.getElement().setAttribute("aria-pressed", String.valueOf(current));
        return button;
    }

    private Component signOut() {
        return Named.as("me-sign-out", new Button(Texts.of("person.sign_out"), click -> person.signOut()));
    }
}
