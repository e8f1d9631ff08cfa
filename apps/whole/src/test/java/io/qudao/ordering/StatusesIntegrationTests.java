package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.catalog.Catalog;
import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerProblem;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the statuses of partners and accounts mean for orders: nothing new begins, what is open is finished. */
@HttpTest
class StatusesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Orders orders;

    @Autowired
    private Shipments shipments;

    private TradeFixture trade;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
    }

    @Test
    void doesNotSellToAnInactiveBuyer() {
        set(trade.outlet, trade.distributor, PartnerStatus.INACTIVE);
        assertNothingBegins();
    }

    @Test
    void doesNotSellForAnInactiveSeller() {
        set(trade.distributor, trade.head, PartnerStatus.INACTIVE);
        assertNothingBegins();
    }

    @Test
    void doesNotSellOnASuspendedAccount() {
        suspend();
        assertNothingBegins();
    }

    @Test
    void doesNotGoOnWithADraftOrAHeldOrder() {
        trade.limit(trade.distributor, trade.outlet, "1.00");
        var draft = ((Submission.Accepted) trade.as(
                        trade.outlet, () -> orders.place(trade.wish(1, "each"), new PlaceOptions("d", false, null))))
                .order();
        var held = ((Submission.CreditHeld) trade.submit(1, "each")).order();
        trade.limit(trade.distributor, trade.outlet, "100.00");
        set(trade.outlet, trade.distributor, PartnerStatus.INACTIVE);
        assertRefused(OrderingProblem.NOT_TRADING, () -> trade.as(trade.outlet, () -> orders.submit(draft.id(), null)));
        assertRefused(OrderingProblem.NOT_TRADING, () -> trade.as(trade.outlet, () -> orders.retryHeld(held.id())));
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
    }

    @Test
    void finishesWhatIsOpen() {
        var order = ((Submission.Accepted) trade.submit(3, "each")).order();
        set(trade.outlet, trade.distributor, PartnerStatus.INACTIVE);
        suspend();
        trade.as(trade.distributor, () -> orders.approve(order.id(), null));
        var shipment = trade.as(trade.distributor, () -> shipments.ship(order.id(), ShipOptions.everything()));
        trade.as(trade.outlet, () -> shipments.receive(shipment.id(), Map.of()));
        assertThat(trade.as(trade.outlet, () -> orders.get(order.id())).status())
                .isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void hangsNobodyBelowAnInactivePartner() {
        set(trade.distributor, trade.head, PartnerStatus.INACTIVE);
        var partners = trade.bean(Partners.class);
        assertViolation(
                PartnerProblem.PARTNER_INVALID,
                "parent:inactive",
                () -> trade.asPlatform(() ->
                        partners.create(PartnerDraft.of("NEW", "New", PartnerRole.OUTLET, trade.distributor.id()))));
        trade.asPlatform(() -> partners.create(PartnerDraft.of("OTHER", "Other", PartnerRole.OUTLET, trade.head.id())));
        var other = trade.asPlatform(() -> partners.byCodes(List.of("OTHER"))).get("OTHER");
        assertViolation(
                PartnerProblem.PARTNER_INVALID,
                "parent:inactive",
                () -> set(other, trade.distributor, PartnerStatus.ACTIVE));
        set(trade.outlet, trade.distributor, PartnerStatus.ACTIVE);
    }

    @Test
    void opensNoAccountForAnInactivePartner() {
        set(trade.otherOutlet, trade.distributor, PartnerStatus.INACTIVE);
        var accounts = trade.bean(TradingAccounts.class);
        for (var parties : List.of(
                List.of(trade.head, trade.otherOutlet, "buyer:inactive"),
                List.of(trade.otherOutlet, trade.outlet, "seller:inactive"))) {
            var account = new NewAccount(
                    ((Partner) parties.get(0)).id(), ((Partner) parties.get(1)).id(), CurrencyCode.CNY, Terms.NONE);
            assertViolation(
                    PartnerProblem.ACCOUNT_INVALID,
                    (String) parties.get(2),
                    () -> trade.asPlatform(() -> accounts.open(account)));
        }
    }

    @Test
    void keepsTheHeadOfficeActive() {
        assertViolation(
                PartnerProblem.PARTNER_INVALID,
                "status:not_allowed",
                () -> set(trade.head, null, PartnerStatus.INACTIVE));
    }

    private void assertNothingBegins() {
        var account = trade.account(trade.distributor, trade.outlet);
        var offers = trade.bean(Offers.class);
        assertRefused(OrderingProblem.NOT_TRADING, () -> trade.submit(1, "each"));
        assertRefused(
                OrderingProblem.NOT_TRADING, () -> trade.as(trade.outlet, () -> orders.quote(trade.wish(1, "each"))));
        assertRefused(
                OrderingProblem.NOT_TRADING,
                () -> trade.as(trade.outlet, () -> offers.browse(account, Catalog.Filter.ALL, null, 10)));
        assertThat(trade.count("apps.sales_order")).isZero();
    }

    private void set(Partner partner, @org.jspecify.annotations.Nullable Partner parent, PartnerStatus status) {
        var partners = trade.bean(Partners.class);
        trade.asPlatform(() -> {
            var now = partners.find(partner.id()).orElseThrow();
            return partners.update(
                    now.id(),
                    now.version(),
                    new PartnerDraft(
                            now.code(),
                            now.name(),
                            now.role(),
                            null,
                            parent == null ? null : parent.id(),
                            status,
                            now.address()));
        });
    }

    private void suspend() {
        var accounts = trade.bean(TradingAccounts.class);
        trade.asPlatform(() -> {
            var account = accounts.find(trade.account(trade.distributor, trade.outlet))
                    .orElseThrow();
            return accounts.update(
                    account.id(), account.version(), new Terms(null, List.of(), AccountStatus.SUSPENDED));
        });
    }

    private static void assertRefused(OrderingProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static void assertViolation(PartnerProblem problem, String violation, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused.violations())
                    .extracting(wrong -> wrong.field() + ":" + wrong.code())
                    .containsExactly(violation);
        });
    }
}
