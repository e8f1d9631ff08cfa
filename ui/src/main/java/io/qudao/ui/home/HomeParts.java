package io.qudao.ui.home;

import com.vaadin.flow.component.Component;
import io.qudao.partner.PartnerId;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.Faces;
import io.qudao.ui.shell.HomeSection;
import io.qudao.ui.shell.PortalLink;
import io.qudao.ui.shell.PortalLinks;
import io.qudao.ui.shell.ToDo;
import io.qudao.ui.shell.ToDos;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** What the features contribute to the start pages. */
@org.springframework.stereotype.Component
class HomeParts {
    private final List<ToDos> toDos;
    private final List<HomeSection> sections;
    private final List<PortalLinks> links;
    private final Faces faces;
    private final TradingAccounts accounts;

    HomeParts(
            ObjectProvider<ToDos> toDos,
            ObjectProvider<HomeSection> sections,
            ObjectProvider<PortalLinks> links,
            Faces faces,
            TradingAccounts accounts) {
        this.toDos = toDos.stream().toList();
        this.sections = sections.stream().toList();
        this.links = links.stream().toList();
        this.faces = faces;
        this.accounts = accounts;
    }

    /** Returns whether the caller's partner has a supplier. */
    boolean buys() {
        var own = TenantScope.caller().partner();
        return own != null && accounts.ofBuyer(new PartnerId(own)).stream().anyMatch(TradingAccount::isActive);
    }

    /** Returns the tasks with open items, most urgent first. */
    List<ToDo> toDos() {
        var caller = TenantScope.caller();
        return caller.partner() == null
                ? List.of()
                : toDos.stream()
                        .flatMap(each -> each.of(caller).stream())
                        .filter(toDo -> toDo.count() > 0)
                        .sorted(Comparator.comparingInt(ToDo::order))
                        .toList();
    }

    /** Returns links to the other pages of the portal; those of features are for whom the workspace is not. */
    List<PortalLink> links() {
        var pages = HomeNavigation.elsewhere(faces).stream()
                .map(entry -> new PortalLink(entry.icon(), Texts.of(entry.text()), entry.path()));
        var more = faces.isOpen(Face.WORKSPACE, TenantScope.caller())
                ? Stream.<PortalLink>of()
                : links.stream().flatMap(each -> each.portalLinks().stream());
        return Stream.concat(pages, more).toList();
    }

    List<Component> sections(Face face) {
        var caller = TenantScope.caller();
        return sections.stream()
                .filter(section -> section.face() == face)
                .flatMap(section -> section.of(caller).stream())
                .toList();
    }
}
