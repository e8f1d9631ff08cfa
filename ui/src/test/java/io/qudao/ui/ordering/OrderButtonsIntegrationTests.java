package io.qudao.ui.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Publishing;
import io.qudao.ui.PageTest;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.OwnForm;
import io.qudao.ui.shell.Face;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The buttons of an order's page in the portal and in the workspace, those of other features among them. */
class OrderButtonsIntegrationTests extends PageTest {
    @Test
    void offersEachSideItsOwnSteps() {
        var buyer = trade.member(trade.outlet);
        var seller = trade.member(trade.distributor);
        var order = order();
        assertThat(buttons(order, buyer)).containsExactly("order-reorder", "order-cancel");
        assertThat(buttons(order, seller)).containsExactly("order-cancel", "order-reject", "order-approve");
        var approved = TenantScope.call(seller, () -> orders().approve(order.id(), null));
        assertThat(buttons(approved, buyer)).containsExactly("order-reorder");
        assertThat(buttons(approved, seller)).containsExactly("order-cancel", "order-ship");
    }

    /** The order desk has the steps of a seller; a cart is only in the portal. */
    @Test
    void offersTheSameStepsInTheWorkspace() {
        var seller = trade.member(trade.distributor);
        var order = order();
        assertThat(buttons(Face.WORKSPACE, order, seller)).isEqualTo(buttons(Face.PORTAL, order, seller));
        assertThat(buttons(Face.WORKSPACE, order, trade.member(trade.outlet))).containsExactly("order-cancel");
    }

    @Test
    void cancelsWithAReasonInTheWorkspace() {
        var clerk = member(trade.head, "brand_admin", Locale.SIMPLIFIED_CHINESE);
        var order = order();
        open(clerk, OrderingNavigation.workOrder(order.id()));
        cancel(clerk);
        TenantScope.run(
                clerk, () -> assertThat(orders().get(order.id()).status()).isEqualTo(OrderStatus.CANCELLED));
        assertThat(named("timeline").orElseThrow().getElement().getTextRecursively())
                .contains("已停产");
        assertThat(named("order-cancel")).isEmpty();
    }

    /** After a refused step the page shows what a colleague has done with the order meanwhile. */
    @Test
    void showsTheOrderAsItIsAfterARefusedStep() {
        var clerk = member(trade.head, "brand_admin", Locale.SIMPLIFIED_CHINESE);
        var order = order();
        open(clerk, OrderingNavigation.workOrder(order.id()));
        TenantScope.run(trade.member(trade.distributor), () -> orders().reject(order.id(), "Discontinued"));
        assertThat(named("order-cancel")).isPresent();
        assertThatThrownBy(() -> cancel(clerk)).isInstanceOf(ProblemException.class);
        assertThat(named("order-cancel")).isEmpty();
    }

    /** Not that it is done: much is still to come. */
    @Test
    void saysThatAnOrderIsApprovedWhenItIs() {
        var seller = member(trade.distributor, "dealer", Locale.SIMPLIFIED_CHINESE);
        var order = order();
        open(seller, OrderingNavigation.order(order.id()));
        TenantScope.run(seller, () -> click("order-approve"));
        assertThat(named("notice-done").orElseThrow().getElement().getTextRecursively())
                .isEqualTo("订单 " + order.summary().number() + " 已审核通过");
    }

    private void cancel(Caller caller) {
        TenantScope.run(caller, () -> {
            click("order-cancel");
            ((TextArea) named("confirm-reason").orElseThrow()).setValue("已停产");
            click("confirm-yes");
        });
    }

    @Test
    void bringsTheGoodsOfAnOrderIntoTheCartAgain() {
        var buyer = member(trade.outlet, "dealer", Locale.SIMPLIFIED_CHINESE);
        open(buyer, OrderingNavigation.order(order().id()));
        TenantScope.run(buyer, () -> {
            Component reorder = named("order-reorder").orElseThrow();
            ComponentUtil.fireEvent(reorder, new ClickEvent<>(reorder));
            roundTrip();
        });
        assertThat(named("cart-total").orElseThrow().getElement().getTextRecursively())
                .isEqualTo("¥144.00");
    }

    /** The draft stays as it was until the field that it lacks is filled in. */
    @Test
    void submitsADraftThatIsOlderThanARequiredField() {
        var buyer = member(trade.outlet, "dealer", Locale.SIMPLIFIED_CHINESE);
        var options = new Orders.PlaceOptions("draft", false, null);
        var draft = TenantScope.call(buyer, () -> orders().place(trade.wish(1, "each"), options));
        var id = ((Submission.Accepted) draft).order().id();
        Publishing.publish(
                trade.admin(),
                "field/order.project",
                "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}");
        open(buyer, OrderingNavigation.order(id));
        TenantScope.run(buyer, () -> {
            click("order-submit");
            var project = (TextField) named("record-field-project").orElseThrow();
            assertThat(project.isInvalid()).isTrue();
            assertThat(orders().get(id).status()).isEqualTo(OrderStatus.DRAFT);
            project.setValue("P1");
            click("order-submit");
            assertThat(orders().get(id).status()).isEqualTo(OrderStatus.SUBMITTED);
            assertThat(orders().get(id).custom().values()).containsEntry("project", Value.text("P1"));
        });
    }

    private void click(String name) {
        Component button = named(name).orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        roundTrip();
    }

    @Test
    void marksTheEntryThatAnOrderBelongsTo() {
        var order = order();
        open(member(trade.distributor, "dealer", Locale.ENGLISH), OrderingNavigation.order(order.id()));
        assertThat(current()).containsExactly("nav-business");
        open(member(trade.outlet, "dealer", Locale.ENGLISH), OrderingNavigation.order(order.id()));
        assertThat(current()).containsExactly("nav-orders", "tab-orders");
    }

    /** The entries of the navigation that the page is part of. */
    private static List<String> current() {
        return all(UI.getCurrent())
                .map(Component::getElement)
                .filter(link -> "page".equals(link.getAttribute("aria-current")))
                .map(link -> link.getAttribute("data-test"))
                .toList();
    }

    @Test
    void saysWhatTheApprovalOfSeveralOrdersWaitsFor() {
        var admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        open(admin, OrderingNavigation.WORK);
        assertThat(((Button) named("approve-selected").orElseThrow()).isEnabled())
                .isFalse();
        assertThat(named("approve-hint").orElseThrow().isVisible()).isTrue();
        assertThat(TenantScope.call(admin, PageTest::words)).contains("Choose orders that wait for review");
    }

    @Test
    void saysThatThereIsNoStockForAHeldOrder() {
        var seller = member(trade.distributor, "dealer", Locale.SIMPLIFIED_CHINESE);
        trade.limit(trade.distributor, trade.outlet, "100.00");
        var held = ((Submission.CreditHeld) trade.submit(1, "case")).order();
        trade.limit(trade.distributor, trade.outlet, "9999.00");
        trade.submit(8, "case");
        open(seller, OrderingNavigation.order(held.id()));
        TenantScope.run(seller, () -> {
            Component retry = named("order-retry").orElseThrow();
            ComponentUtil.fireEvent(retry, new ClickEvent<>(retry));
            roundTrip();
        });
        assertThat(named("notice-done")).isEmpty();
        assertThat(words()).contains("库存不足，未下单");
    }

    private Order order() {
        return ((Submission.Accepted) trade.submit(1, "case")).order();
    }

    private List<String> buttons(Order order, Caller caller) {
        return buttons(Face.PORTAL, order, caller);
    }

    private List<String> buttons(Face face, Order order, Caller caller) {
        var buttons = context.getBean(OrderButtons.class);
        return TenantScope.call(
                caller,
                () -> Arrays.stream(buttons.of(face, orders().get(order.id()), details(), () -> {}))
                        .map(button -> button.getElement().getAttribute("data-test"))
                        .toList());
    }

    private OwnForm details() {
        return context.getBean(OwnFields.class).form("order", "", "custom.");
    }

    private Orders orders() {
        return context.getBean(Orders.class);
    }
}
