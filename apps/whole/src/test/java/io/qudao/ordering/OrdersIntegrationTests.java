package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.credit.Credit;
import io.qudao.inventory.Stock;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.partner.Partner;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class OrdersIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private Orders orders;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        orders = context.getBean(Orders.class);
    }

    @Test
    void sellsWithTheDistributorsOwnPricesAndStock() {
        var order = accepted(trade.submit(2, "case"));
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.summary().totals().total()).isEqualTo(trade.yuan("288.00"));
        assertThat(order.lines().getFirst().base()).isEqualTo(24); // U1
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(76);
        assertThat(trade.available(trade.head, trade.cola)).isEqualTo(100);
    }

    @Test
    void drawsCaseAndEachOnTheSameStock() { // U2
        accepted(trade.submit(8, "case"));
        assertThat(trade.submit(5, "each")).isInstanceOf(Submission.OutOfStock.class);
        accepted(trade.submit(4, "each"));
        assertThat(trade.available(trade.distributor, trade.cola)).isZero();
    }

    @Test
    void namesWhatIsShortAndKeepsNothing() { // I2, S1-13
        var refused = trade.submit(101, "each");
        assertThat(refused)
                .isEqualTo(new Submission.OutOfStock(List.of(new Submission.ShortLine(1, "COLA", 101, 100))));
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
        assertThat(trade.as(trade.outlet, () -> orders.list(OrderQuery.of(OrderQuery.Side.BUY)))
                        .items())
                .isEmpty();
    }

    @Test
    void sumsLinesOfOneSkuBeforeItReserves() { // I3
        var draft = OrderDraft.of(
                trade.distributor.id(),
                trade.outlet.id(),
                List.of(
                        new OrderDraft.Line(trade.cola.id(), new Quantity(60, "each")),
                        new OrderDraft.Line(trade.cola.id(), new Quantity(60, "each"))));
        assertThat(place(draft)).isInstanceOf(Submission.OutOfStock.class);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
    }

    @Test
    void quotesWhatEarlierLinesLeave() { // I3
        var draft = OrderDraft.of(
                trade.distributor.id(),
                trade.outlet.id(),
                List.of(
                        new OrderDraft.Line(trade.cola.id(), new Quantity(5, "case")),
                        new OrderDraft.Line(trade.tea.id(), new Quantity(100, "each")),
                        new OrderDraft.Line(trade.cola.id(), new Quantity(41, "each"))));
        var quote = trade.as(trade.outlet, () -> orders.quote(draft));
        assertThat(quote.lines()).extracting(Quote.Line::available).containsExactly(100L, 100L, 40L);
        assertThat(quote.orderable()).isFalse();
    }

    @Test
    void submitsForThoseWhoMaySubmit() {
        var clerk = new Caller(
                trade.tenant,
                Ids.next(),
                "Clerk",
                trade.outlet.id().value(),
                Set.of("order.create", "order.read"),
                trade.tenant.locale());
        var submit = new PlaceOptions("submit", true, null);
        assertThatThrownBy(() -> TenantScope.call(clerk, () -> orders.place(trade.wish(1, "each"), submit)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.FORBIDDEN));
        var draft = new PlaceOptions("draft", false, null);
        var kept = TenantScope.call(clerk, () -> accepted(orders.place(trade.wish(1, "each"), draft)));
        assertThat(kept.status()).isEqualTo(OrderStatus.DRAFT);
    }

    @Test
    void declaresThePermissionToOrderAtEarlierPrices() {
        assertThat(context.getBeansOfType(ModulePermissions.class).values())
                .anyMatch(declared -> declared.names().contains("order.history"));
    }

    @Test
    void givesTheSameOrderForTheSameKey() { // O3
        var options = new PlaceOptions("key-1", true, null);
        var first = trade.member(trade.outlet);
        var once = TenantScope.call(first, () -> accepted(orders.place(trade.wish(1, "each"), options)));
        var again = TenantScope.call(first, () -> accepted(orders.place(trade.wish(1, "each"), options)));
        assertThat(again.id()).isEqualTo(once.id());
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(99);
        assertThatThrownBy(() -> TenantScope.call(first, () -> orders.place(trade.wish(2, "each"), options)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.KEY_REUSED));
    }

    @Test
    void refusesAnotherTotalThanConfirmed() { // P7
        var result = trade.as(
                trade.outlet,
                () -> orders.place(trade.wish(1, "each"), new PlaceOptions("k", true, trade.yuan("12.00"))));
        assertThat(result).isInstanceOfSatisfying(Submission.PriceChanged.class, changed -> {
            assertThat(changed.now()).isEqualTo(trade.yuan("12.50"));
            assertThat(changed.lines()).hasSize(1);
        });
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
    }

    @Test
    void holdsAnOrderBeyondCredit() { // C3
        trade.limit(trade.distributor, trade.outlet, "100.00");
        accepted(trade.submit(7, "each"));
        var held = trade.submit(2, "each");
        assertThat(held).isInstanceOfSatisfying(Submission.CreditHeld.class, credit -> {
            assertThat(credit.exposure()).isEqualTo(trade.yuan("87.50"));
            assertThat(credit.over()).isEqualTo(trade.yuan("12.50"));
            assertThat(credit.order().summary().creditHold())
                    .isEqualTo(new CreditHold(trade.yuan("87.50"), trade.yuan("100.00"), trade.yuan("12.50")));
        });
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(93);
        var order = ((Submission.CreditHeld) held).order();
        var id = order.id();
        assertThat(trade.as(trade.outlet, () -> orders.get(id)).summary().creditHold())
                .isEqualTo(order.summary().creditHold());
        assertThatThrownBy(() -> trade.as(trade.distributor, () -> orders.approve(id, null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(OrderingProblem.CREDIT_HELD));
        trade.limit(trade.distributor, trade.outlet, "200.00");
        accepted(trade.as(trade.distributor, () -> orders.retryHeld(id)));
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(91);
    }

    @Test
    void acceptsAnOrderExactlyAtTheLimit() { // C3
        trade.limit(trade.distributor, trade.outlet, "12.50");
        accepted(trade.submit(1, "each"));
        assertThat(trade.submit(1, "each")).isInstanceOf(Submission.CreditHeld.class);
    }

    @Test
    void givesBackOnceWhenItIsCancelled() { // I5, C2
        var order = accepted(trade.submit(10, "each"));
        var cancelled = trade.as(trade.outlet, () -> orders.cancel(order.id(), "不要了"));
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.lines().getFirst().cancelled()).isEqualTo(10); // O2
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
        assertThatThrownBy(() -> trade.as(trade.outlet, () -> orders.cancel(order.id(), "再次")))
                .isInstanceOf(ProblemException.class); // O1
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
        assertThat(exposure()).isEqualTo(trade.yuan("0.00"));
    }

    @Test
    void writesWhoDecidedWhenAndWhy() { // O1
        var order = accepted(trade.submit(1, "each"));
        var rejected = trade.as(trade.distributor, () -> orders.reject(order.id(), "缺货"));
        assertThat(rejected.status()).isEqualTo(OrderStatus.REJECTED);
        var last = rejected.history().getLast();
        assertThat(last.reason()).isEqualTo("缺货");
        assertThat(last.actorName()).isEqualTo(trade.distributor.name());
        assertThat(exposure()).isEqualTo(trade.yuan("0.00"));
    }

    @Test
    void letsOnlyTheSellerReview() {
        var order = accepted(trade.submit(1, "each"));
        for (Partner stranger : List.of(trade.outlet, trade.otherOutlet)) {
            assertThatThrownBy(() -> trade.as(stranger, () -> orders.approve(order.id(), null)))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(trade.as(trade.distributor, () -> orders.approve(order.id(), null))
                        .status())
                .isEqualTo(OrderStatus.APPROVED);
    }

    @Test
    void hidesOrdersFromSiblingsAndFromTheTierAbove() { // T2
        var order = accepted(trade.submit(1, "each"));
        for (Partner stranger : List.of(trade.otherOutlet, trade.head)) {
            assertThatThrownBy(() -> trade.as(stranger, () -> orders.get(order.id())))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.NOT_FOUND));
            assertThat(trade.as(stranger, () -> orders.list(OrderQuery.of(OrderQuery.Side.SELL)))
                            .items())
                    .isEmpty();
        }
        var other = TradeFixture.in(context);
        assertThatThrownBy(() -> other.asPlatform(() -> orders.get(order.id()))).isInstanceOf(ProblemException.class);
    }

    @Test
    void pricesADraftAgainWhenItIsSubmitted() { // P7
        var draft = accepted(
                trade.as(trade.outlet, () -> orders.place(trade.wish(3, "each"), new PlaceOptions("d", false, null))));
        assertThat(draft.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
        var order = accepted(trade.as(trade.outlet, () -> orders.submit(draft.id(), trade.yuan("37.50"))));
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(order.lines().getFirst().price().trace()).isNotBlank(); // P5
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(97);
    }

    @Test
    void collectsEveryViolation() {
        var draft = OrderDraft.of(
                trade.distributor.id(),
                trade.outlet.id(),
                List.of(
                        new OrderDraft.Line(trade.cola.id(), new Quantity(-1, "each")),
                        new OrderDraft.Line(trade.cola.id(), new Quantity(1, "barrel")),
                        new OrderDraft.Line(new io.qudao.catalog.SkuId(Ids.next()), new Quantity(1, "each"))));
        assertThatThrownBy(() -> place(draft))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .extracting(violation -> violation.field() + " " + violation.code())
                                .containsExactly(
                                        "lines[0].quantity range",
                                        "lines[1].unit unknown_unit",
                                        "lines[2].sku unknown"));
    }

    @Test
    void keepsCountersEqualToTheirRows() { // I6
        accepted(trade.submit(3, "each"));
        trade.as(
                trade.outlet,
                () -> orders.cancel(accepted(trade.submit(2, "each")).id(), "x"));
        assertThat(trade.asPlatform(() -> context.getBean(Stock.class).differences()))
                .isEmpty();
        assertThat(trade.asPlatform(() -> context.getBean(Credit.class).differences()))
                .isEmpty();
    }

    private io.qudao.kernel.Money exposure() {
        var account = trade.account(trade.distributor, trade.outlet);
        return trade.as(trade.outlet, () -> context.getBean(Credit.class).standing(account))
                .exposure();
    }

    private Submission place(OrderDraft draft) {
        return trade.as(
                trade.outlet,
                () -> orders.place(draft, new PlaceOptions(Ids.next().toString(), true, null)));
    }

    private static Order accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).order();
    }
}
