package io.qudao.ui.credit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.qudao.credit.Credit;
import io.qudao.kernel.Money;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.UsageBar;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.HomeSection;
import java.util.List;

/** Shows for each supplier what the caller's partner owes and may owe. */
@org.springframework.stereotype.Component
class CreditCards implements HomeSection {
    private final Credit credit;
    private final TradingAccounts accounts;
    private final Partners partners;

    CreditCards(Credit credit, TradingAccounts accounts, Partners partners) {
        this.credit = credit;
        this.accounts = accounts;
        this.partners = partners;
    }

    @Override
    public Face face() {
        return Face.PORTAL;
    }

    @Override
    public List<Component> of(Caller caller) {
        if (caller.partner() == null || !isShownTo(caller)) {
            return List.of();
        }
        var open = accounts.ofBuyer(new PartnerId(caller.partner())).stream()
                .filter(TradingAccount::isActive)
                .toList();
        var sellers = partners.byIds(open.stream().map(TradingAccount::seller).toList());
        return open.stream()
                .filter(account -> sellers.containsKey(account.seller()))
                .map(account -> card(account, sellers.get(account.seller())))
                .toList();
    }

    static boolean isShownTo(Caller caller) {
        return caller.may("credit.read") || caller.may("credit.edit");
    }

    private Component card(TradingAccount account, Partner seller) {
        var standing = credit.standing(account.id());
        var card = new Box(
                "q-card q-stack credit-card", new H2(Visible.title(seller.name(), "account.seller", "partner.name")));
        var free = standing.free();
        var limit = standing.limit();
        if (free == null || limit == null) {
            card.add(figure("credit.exposure", standing.exposure()), new Span(Texts.of("credit.unlimited")));
        } else {
            card.add(figure("credit.free", free), bar(standing.exposure(), limit));
        }
        return Named.as("credit-card", card);
    }

    private static Component figure(String key, Money amount) {
        var name = new Span(Texts.of(key));
        name.addClassNames("q-muted", "q-small");
        var value = new MoneyText(amount);
        value.addClassName("credit-figure");
        return new Box("q-stack credit-head", name, value);
    }

    private static Component bar(Money exposure, Money limit) {
        var used = Texts.of("credit.used", MoneyText.format(exposure), MoneyText.format(limit));
        var words = new Span(used);
        words.addClassNames("q-muted", "q-small");
        return new Box("q-stack", new UsageBar(exposure, limit, used), words);
    }
}
