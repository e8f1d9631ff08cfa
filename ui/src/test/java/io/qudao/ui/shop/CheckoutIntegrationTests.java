package io.qudao.ui.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.textfield.TextField;
import io.qudao.cart.Cart;
import io.qudao.cart.Carts;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.ordering.Submission;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccounts;
import io.qudao.record.RecordTypes;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import io.qudao.ui.NodeTest;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.shop.Checkout.OwnValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From cart to order on a whole platform node. */
@NodeTest
class CheckoutIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private Caller buyer;
    private Supplier supplier;

    @BeforeEach
    void trade() {
        trade = TradeFixture.in(context);
        buyer = trade.member(trade.outlet);
        supplier = trade.asPlatform(() -> new Supplier(
                context.getBean(TradingAccounts.class)
                        .find(trade.account(trade.distributor, trade.outlet))
                        .orElseThrow(),
                context.getBean(Partners.class).find(trade.distributor.id()).orElseThrow()));
    }

    @Test
    void pricesTheCartAsTheBuyerPays() {
        var basket = shop(() -> {
            put(2, "case");
            put(3, "each");
            return checkout().basket(supplier).orElseThrow();
        });
        assertThat(basket.quote().total()).isEqualTo(yuan("325.50")); // P6: 2 × 144.00 + 3 × 12.50
        assertThat(basket.quote().orderable()).isTrue();
    }

    @Test
    void keepsAndNamesGoodsThatLeftTheShelf() {
        shop(() -> {
            put(1, "each");
            return carts().add(supplier.id(), List.of(new Cart.Line(trade.tea.id(), new Quantity(2, "each"))));
        });
        shelve("OFF_SHELF");
        var without = shop(() -> checkout().basket(supplier).orElseThrow());
        assertThat(without.lines()).extracting(line -> line.sku().id()).containsExactly(trade.cola.id());
        assertThat(without.offShelf()).extracting(goods -> goods.line().sku()).containsExactly(trade.tea.id());
        assertThat(without.isOrderable()).isFalse();
        assertThatThrownBy(() -> shop(() -> checkout().submit(supplier, yuan("12.50"), OwnValues.NONE)))
                .isInstanceOf(ProblemException.class);
        assertThat(shop(() -> carts().of(supplier.id())).lines()).hasSize(2);
        shelve("ON_SHELF");
        var with = shop(() -> checkout().basket(supplier).orElseThrow());
        assertThat(with.lines()).hasSize(2);
        assertThat(with.isOrderable()).isTrue();
    }

    @Test
    void showsACartOfWhichNothingIsOnSale() {
        shop(() -> carts().add(supplier.id(), List.of(new Cart.Line(trade.tea.id(), new Quantity(2, "each")))));
        shelve("OFF_SHELF");
        var basket = shop(() -> checkout().basket(supplier).orElseThrow());
        assertThat(basket.quote()).isNull();
        assertThat(basket.isOrderable()).isFalse();
        var emptied = shop(() -> {
            checkout().remove(supplier, basket.offShelf().getFirst());
            return checkout().basket(supplier);
        });
        assertThat(emptied).isEmpty();
    }

    /** Puts the tea on the shelf or takes it off. */
    private void shelve(String status) {
        String tea = "/api/v1/records/sku/" + trade.tea.id();
        var api = trade.admin();
        var shelved = api.with("If-Match", api.get(tea).header("ETag")).patch(tea, "{\"status\":\"" + status + "\"}");
        assertThat(shelved.status()).as(shelved.body()).isEqualTo(200);
    }

    @Test
    void isEmptyAsSoonAsItsOrderIsStored() { // O3
        var placed = shop(() -> {
            var cart = put(1, "each");
            checkout().fillIn(supplier, Map.of("project", "P1"));
            var options = new PlaceOptions(cart.key(), true, null);
            return context.getBean(Orders.class).place(trade.wish(1, "each"), options);
        });
        assertThat(placed).isInstanceOf(Submission.Accepted.class);
        assertThat(shop(() -> carts().of(supplier.id())).isEmpty()).isTrue();
        assertThat(shop(() -> checkout().filledIn(supplier))).isEmpty();
    }

    @Test
    void addsEachOfTheGoodsOnceHoweverOftenTheyAreNamed() {
        var line = new Cart.Line(trade.cola.id(), new Quantity(2, "each"));
        var box = new Cart.Line(trade.cola.id(), new Quantity(1, "case"));
        var cart = shop(() -> carts().add(supplier.id(), List.of(line, box, line)));
        assertThat(cart.lines()).containsExactly(new Cart.Line(trade.cola.id(), new Quantity(4, "each")), box);
    }

    @Test
    void addsToWhatIsThereAndTakesOutAtZero() {
        var cart = shop(() -> {
            put(2, "each");
            put(3, "each");
            return carts().of(supplier.id());
        });
        assertThat(cart.quantity(trade.cola.id(), "each")).hasValue(5);
        var emptied = shop(() -> carts().put(supplier.id(), trade.cola.id(), new Quantity(0, "each")));
        assertThat(emptied.isEmpty()).isTrue();
    }

    @Test
    void ordersTheCartAndEmptiesIt() {
        var placed = shop(() -> {
            put(1, "case");
            return checkout().submit(supplier, yuan("144.00"), OwnValues.NONE);
        });
        assertThat(placed).isInstanceOf(Submission.Accepted.class);
        assertThat(shop(() -> carts().of(supplier.id())).isEmpty()).isTrue();
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(88);
    }

    @Test
    void ordersTheSameContentOnce() { // O3
        var key = shop(() -> {
            put(1, "case");
            return carts().of(supplier.id());
        });
        var again = shop(() -> carts().of(supplier.id()));
        assertThat(again.key()).isEqualTo(key.key());
        var changed = shop(() -> {
            put(1, "each");
            return carts().of(supplier.id());
        });
        assertThat(changed.key()).isNotEqualTo(key.key());
    }

    @Test
    void keepsTheCartWhenThePriceIsNotTheOneSeen() { // P7
        var refused = shop(() -> {
            put(1, "each");
            return checkout().submit(supplier, yuan("9.99"), OwnValues.NONE);
        });
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Submission.PriceChanged.class,
                        changed -> assertThat(changed.now()).isEqualTo(yuan("12.50")));
        assertThat(shop(() -> carts().of(supplier.id())).lines()).hasSize(1);
    }

    @Test
    void keepsTheCartWhenStockIsShort() { // I3
        var refused = shop(() -> {
            put(101, "each");
            return checkout().submit(supplier, yuan("1262.50"), OwnValues.NONE);
        });
        assertThat(refused).isInstanceOf(Submission.OutOfStock.class);
        assertThat(shop(() -> carts().of(supplier.id())).lines()).hasSize(1);
    }

    @Test
    void keepsAnOrderBeyondCreditAsHeld() { // C3
        trade.limit(trade.distributor, trade.outlet, "100.00");
        var held = shop(() -> {
            put(1, "case");
            return checkout().submit(supplier, yuan("144.00"), OwnValues.NONE);
        });
        assertThat(held)
                .isInstanceOfSatisfying(
                        Submission.CreditHeld.class,
                        kept -> assertThat(kept.over()).isEqualTo(yuan("44.00")));
        assertThat(shop(() -> carts().of(supplier.id())).isEmpty()).isTrue();
    }

    @Test
    void asksForWhatNoOrderCanBeWithout() {
        Publishing.publish(
                trade.admin(),
                "field/order.project",
                "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}",
                "field/order.margin",
                "{\"label\":{\"en\":\"Margin\"},\"type\":\"decimal\"}");
        shop(() -> put(1, "each"));
        assertThat(shop(() -> context.getBean(RecordTypes.class).given("order")))
                .extracting(Field::name)
                .containsExactly("project");
        assertThatThrownBy(() -> shop(() -> checkout().submit(supplier, yuan("12.50"), OwnValues.NONE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.violations())
                                .containsExactly(Violation.of("custom.project", "required")));
        assertThat(shop(() -> carts().of(supplier.id())).lines()).hasSize(1);
        var placed = shop(() ->
                checkout().submit(supplier, yuan("12.50"), OwnValues.of(Map.of("project", Value.text("P1")))));
        assertThat(((Submission.Accepted) placed).order().custom().values()).containsEntry("project", Value.text("P1"));
    }

    @Test
    void asksInAFormAndShowsTheAnswerWithTheOrder() {
        Publishing.publish(
                trade.admin(),
                "field/order.project",
                "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}",
                "layout/order.default",
                "{\"sections\":[{\"label\":{\"en\":\"More\"},\"columns\":1,\"fields\":[\"project\"]}]}");
        var fields = context.getBean(OwnFields.class);
        var form = shop(() -> fields.form("order", "More", "custom."));
        var input = form.getChildren()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(form.values()).isEmpty();
        input.setValue("P1");
        assertThat(form.values()).containsExactly(Map.entry("project", Value.text("P1")));
        shop(() -> put(1, "each"));
        var order = shop(() -> ((Submission.Accepted)
                        checkout().submit(supplier, yuan("12.50"), OwnValues.of(form.values())))
                .order());
        assertThat(shop(() -> fields.of("order", order.id().value(), order.custom())))
                .singleElement()
                .satisfies(card ->
                        assertThat(card.getElement().getTextRecursively()).contains("Project", "P1"));
    }

    @Test
    void keepsWhatWasFilledInUntilItIsOrdered() {
        shop(() -> put(1, "each"));
        var kept = shop(() -> {
            checkout().fillIn(supplier, Map.of("project", "P1", "due", "2026-12-01"));
            checkout().fillIn(supplier, Map.of("project", "P2"));
            return checkout().filledIn(supplier);
        });
        assertThat(kept).containsExactly(Map.entry("project", "P2"));
        var colleague = trade.member(trade.outlet);
        assertThat(TenantScope.call(colleague, () -> checkout().filledIn(supplier)))
                .isEmpty();
        shop(() -> checkout().submit(supplier, yuan("12.50"), OwnValues.NONE));
        assertThat(shop(() -> checkout().filledIn(supplier))).isEmpty();
    }

    @Test
    void showsNobodyElsesCart() {
        shop(() -> put(4, "each"));
        var colleague = trade.member(trade.outlet);
        var seen = TenantScope.call(colleague, () -> carts().of(supplier.id()));
        assertThat(seen.isEmpty()).isTrue();
    }

    private Cart put(long quantity, String unit) {
        return carts().add(supplier.id(), List.of(new Cart.Line(trade.cola.id(), new Quantity(quantity, unit))));
    }

    private <T> T shop(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(buyer, work);
    }

    private Checkout checkout() {
        return context.getBean(Checkout.class);
    }

    private Carts carts() {
        return context.getBean(Carts.class);
    }

    private Money yuan(String amount) {
        return trade.yuan(amount);
    }
}
