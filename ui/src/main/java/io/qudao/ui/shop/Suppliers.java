package io.qudao.ui.shop;

import com.vaadin.flow.server.VaadinSession;
import io.qudao.partner.AccountId;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The suppliers of the caller's partner, and the one currently chosen. */
@Component
class Suppliers {
    private static final String CHOSEN = "qudao.account";

    private final TradingAccounts accounts;
    private final Partners partners;

    Suppliers(TradingAccounts accounts, Partners partners) {
        this.accounts = accounts;
        this.partners = partners;
    }

    List<Supplier> all() {
        var own = TenantScope.caller().partner();
        if (own == null) {
            return List.of();
        }
        var open = accounts.ofBuyer(new PartnerId(own)).stream()
                .filter(TradingAccount::isActive)
                .toList();
        var sellers = partners.byIds(open.stream().map(TradingAccount::seller).toList());
        return open.stream()
                .filter(account -> sellers.containsKey(account.seller()))
                .map(account -> new Supplier(account, sellers.get(account.seller())))
                .toList();
    }

    /** Returns the chosen supplier, else the first. */
    Optional<Supplier> current() {
        var all = all();
        var chosen = VaadinSession.getCurrent().getAttribute(CHOSEN);
        return all.stream()
                .filter(supplier -> supplier.id().equals(chosen))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    void choose(AccountId account) {
        VaadinSession.getCurrent().setAttribute(CHOSEN, account);
    }
}
