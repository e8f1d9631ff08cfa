package io.qudao.ui.home;

import com.vaadin.flow.component.Component;
import io.qudao.partner.PartnerId;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.HomeSection;
import io.qudao.ui.shell.ToDo;
import io.qudao.ui.shell.ToDos;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** What the features contribute to the start pages. */
@org.springframework.stereotype.Component
class HomeParts {
    private final List<ToDos> toDos;
    private final List<HomeSection> sections;

    private final TradingAccounts accounts;

    HomeParts(ObjectProvider<ToDos> toDos, ObjectProvider<HomeSection> sections, TradingAccounts accounts) {
        this.accounts = accounts;
        this.toDos = toDos.stream().toList();
        this.sections = sections.stream().toList();
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

    List<Component> sections(Face face) {
        var caller = TenantScope.caller();
        return sections.stream()
                .filter(section -> section.face() == face)
                .flatMap(section -> section.of(caller).stream())
                .toList();
    }
}
