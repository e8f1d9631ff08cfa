package io.qudao.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.Locale;

/** The menu of the signed-in person: partner, user interface, language, sign-out. */
public final class PersonMenu extends MenuBar {
    private final transient Person person;

    public PersonMenu(Person person, Faces faces) {
        this.person = person;
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("person-menu");
        var caller = TenantScope.caller();
        var root = Named.as("person-menu", addItem(face(caller.name())));
        root.setAriaLabel(Texts.of("person.menu", caller.name()));
        var menu = root.getSubMenu();
        addPartners(menu);
        addFaces(menu, faces);
        addLanguages(menu);
        menu.addSeparator();
        Named.as("sign-out", menu.addItem(Texts.of("person.sign_out"), click -> person.signOut()));
    }

    private static Component face(String name) {
        var partner = new Span(name);
        partner.addClassName("person-name");
        return new Box("q-row", VaadinIcon.USER.create(), partner);
    }

    private void addPartners(SubMenu menu) {
        var partners = person.partners();
        if (partners.size() > 1) {
            var own = TenantScope.caller().partner();
            for (var partner : partners) {
                var item = menu.addItem(partner.name(), click -> person.actFor(partner.id()));
                check(item, partner.id().value().equals(own));
                Named.as("act-for-" + partner.code(), item);
            }
            menu.addSeparator();
        }
    }

    private static void addFaces(SubMenu menu, Faces faces) {
        var open = faces.openTo(TenantScope.caller());
        if (open.size() > 1) {
            for (Face face : open) {
                var link = new Anchor("/" + face.path(), Texts.of("face." + face.name()));
                Named.as("face-" + face.name(), menu.addItem(link));
            }
            menu.addSeparator();
        }
    }

    private void addLanguages(SubMenu menu) {
        for (Locale locale : Languages.ALL) {
            var item = menu.addItem(Languages.nameOf(locale), click -> person.speak(locale));
            check(item, Languages.same(locale, Texts.locale()));
            Named.as("language-" + locale.toLanguageTag(), item);
        }
    }

    private static void check(MenuItem item, boolean checked) {
        item.setCheckable(true);
        item.setChecked(checked);
    }
}
