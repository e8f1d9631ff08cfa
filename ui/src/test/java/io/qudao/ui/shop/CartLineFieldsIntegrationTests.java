package io.qudao.ui.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldTester;
import io.qudao.cart.Carts;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Publishing;
import io.qudao.ui.PageTest;
import io.qudao.ui.component.QuantityText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cart asks for what the tenant wants to know about each line, and the order's page shows it. */
class CartLineFieldsIntegrationTests extends PageTest {
    private Caller buyer;

    @BeforeEach
    void askForTheEngravingOfEachLine() {
        Publishing.publish(
                trade.admin(),
                "field/order_line.engraving",
                "{\"label\":{\"en\":\"Engraving\"},\"type\":\"text\",\"required\":true}");
        buyer = member(trade.outlet, "dealer", Locale.ENGLISH);
        put("each", 2);
        put("case", 1);
    }

    @Test
    void ordersEachLineWithWhatWasEnteredForIt() {
        open(buyer, "cart");
        enter("each", "Ann");
        enter("case", "Bo");
        click("cart-submit");
        assertThat(words()).contains("Engraving: Ann", "Engraving: Bo");
        var order = TenantScope.call(buyer, () -> {
            var orders = context.getBean(Orders.class);
            var placed = orders.list(new OrderQuery(OrderQuery.Side.BUY, Set.of(), null, null, 1));
            return orders.get(placed.items().getFirst().id());
        });
        assertThat(order.lines())
                .extracting(line -> line.ordered().unit(), line -> line.custom().values())
                .containsExactlyInAnyOrder(
                        tuple("each", Map.of("engraving", Value.text("Ann"))),
                        tuple("case", Map.of("engraving", Value.text("Bo"))));
    }

    @Test
    void marksTheLineForWhichSomethingIsMissing() {
        open(buyer, "cart");
        enter("each", "Ann");
        click("cart-submit");
        assertThat(input("each").isInvalid()).isFalse();
        assertThat(input("case").isInvalid()).isTrue();
        assertThat(input("each").getValue()).isEqualTo("Ann");
    }

    /** What was entered stays with its line until that is ordered or removed. */
    @Test
    void keepsWhatWasEnteredWithItsLine() {
        open(buyer, "cart");
        enter("each", "Ann");
        put("case", 3);
        open(buyer, "orders");
        open(buyer, "cart");
        assertThat(input("each").getValue()).isEqualTo("Ann");
        assertThat(input("case").getValue()).isEmpty();
        put("each", 0);
        put("each", 2);
        open(buyer, "orders");
        open(buyer, "cart");
        assertThat(input("each").getValue()).isEmpty();
    }

    private void put(String unit, long quantity) {
        var account = trade.account(trade.distributor, trade.outlet);
        TenantScope.run(
                buyer, () -> context.getBean(Carts.class).put(account, trade.cola.id(), new Quantity(quantity, unit)));
    }

    private void enter(String unit, String text) {
        TenantScope.run(buyer, () -> {
            new TextFieldTester<>(input(unit)).setValue(text);
            roundTrip();
        });
    }

    private TextField input(String unit) {
        var price = " / " + TenantScope.call(buyer, () -> QuantityText.unit(unit));
        return all(UI.getCurrent())
                .filter(part -> part instanceof CartRow
                        && part.getElement().getTextRecursively().contains(price))
                .flatMap(PageTest::all)
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void click(String name) {
        TenantScope.run(buyer, () -> {
            Component button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}
