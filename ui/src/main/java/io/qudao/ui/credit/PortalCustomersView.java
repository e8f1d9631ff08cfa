package io.qudao.ui.credit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.credit.Credit;
import io.qudao.credit.CreditStanding;
import io.qudao.kernel.Money;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.DecimalField;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.UsageBar;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.ordering.OrderingNavigation;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The customers of the caller's partner, with what they owe and may owe. */
@Route(value = CreditNavigation.CUSTOMERS, layout = PortalLayout.class)
@PermitAll
class PortalCustomersView extends PortalPage implements BeforeEnterObserver {
    private static final int MOST = 200;

    private final transient TradingAccounts accounts;
    private final transient Partners partners;
    private final transient Credit credit;

    PortalCustomersView(TradingAccounts accounts, Partners partners, Credit credit) {
        super("portal.business", "business");
        this.accounts = accounts;
        this.partners = partners;
        this.credit = credit;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        getContent().add(new PageHeader(title()), OrderingNavigation.businessTabs(CreditNavigation.CUSTOMERS), list());
    }

    private Component list() {
        UUID own = TenantScope.caller().requirePartner();
        var found = accounts.ofSeller(new PartnerId(own), null, MOST).items();
        var buyers = partners.byIds(found.stream().map(TradingAccount::buyer).toList());
        var list = Named.as("customers", new Box("customers"));
        for (var account : found) {
            var buyer = buyers.get(account.buyer());
            if (buyer != null) {
                list.add(card(account, buyer));
            }
        }
        if (list.getComponentCount() == 0) {
            list.add(new EmptyState(VaadinIcon.USERS, Texts.of("customers.none"), Texts.of("customers.none.text")));
        }
        return list;
    }

    private Component card(TradingAccount account, Partner buyer) {
        var name = new Span(name(buyer));
        name.addClassName("q-strong");
        var place = new Span(Stream.of(code(buyer), Visible.text(Texts.of("role." + buyer.role()), "partner.role"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · ")));
        place.addClassNames("q-muted", "q-small");
        var head = new Box("q-row between", name);
        Visible.of(() -> AccountBadge.of(account.status()), "account.status").ifPresent(head::add);
        var card = new Box("q-card q-stack", head, place);
        if (CreditCards.isShownTo(TenantScope.caller())) {
            addStanding(card, credit.standing(account.id()), buyer);
        }
        card.getElement().setAttribute("data-code", code(buyer));
        return Named.as("customer", card);
    }

    private void addStanding(Box card, CreditStanding standing, Partner buyer) {
        card.add(standing(standing));
        if (TenantScope.caller().may("credit.edit")) {
            var change = new Button(Texts.of("customers.limit"), click -> ask(standing, buyer));
            change.addThemeVariants(ButtonVariant.SMALL);
            card.add(Named.as("change-limit", change));
        }
    }

    private static String name(Partner buyer) {
        return Visible.title(buyer.name(), "account.buyer", "partner.name");
    }

    private static String code(Partner buyer) {
        return Visible.text(buyer.code(), "account.buyer", "partner.code");
    }

    private static Component standing(CreditStanding standing) {
        var limit = standing.limit();
        if (limit == null) {
            return new Span(Texts.of("customers.owes", MoneyText.format(standing.exposure())));
        }
        var used = Texts.of("credit.used", MoneyText.format(standing.exposure()), MoneyText.format(limit));
        return new Box("q-stack", new Span(used), new UsageBar(standing.exposure(), limit, used));
    }

    private void ask(CreditStanding standing, Partner buyer) {
        var dialog = Named.as("limit", new Dialog());
        dialog.setHeaderTitle(Texts.of("customers.limit.title", name(buyer)));
        var amount = Named.as("limit-amount", new DecimalField(Texts.of("customers.limit.amount")));
        var limit = standing.limit();
        amount.setValue(limit == null ? null : limit.amount());
        amount.setHelperText(Texts.of("customers.limit.help"));
        amount.setSuffixComponent(new Span(standing.exposure().currency().value()));
        dialog.add(new Box("q-stack", new Paragraph(Texts.of("customers.limit.text")), amount));
        var save = Named.as("limit-save", new Button(Texts.of("action.save"), click -> {
            // An empty limit is none at all.
            if (!FieldErrors.areReadable(List.of(amount))) {
                return;
            }
            var chosen = amount.getValue();
            credit.limit(
                    standing.account(),
                    chosen == null
                            ? null
                            : new Money(chosen, standing.exposure().currency()));
            dialog.close();
            UI.getCurrent().refreshCurrentRoute(false);
            Notices.done(Texts.of("customers.limit.done", name(buyer)));
        }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(Texts.of("action.back"), click -> dialog.close()), save);
        dialog.open();
    }
}
