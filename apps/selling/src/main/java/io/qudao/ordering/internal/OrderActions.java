package io.qudao.ordering.internal;

import io.qudao.approval.Approvals;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.OrderingProblem;
import io.qudao.partner.Partners;
import io.qudao.partner.Reach;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Determines what the caller may do with orders now, for pages, API and the steps themselves. */
@Component
class OrderActions {
    private static final Set<OrderAction> DECISIONS = EnumSet.of(OrderAction.APPROVE, OrderAction.REJECT);

    private final Partners partners;
    private final Approvals approvals;

    OrderActions(Partners partners, Approvals approvals) {
        this.partners = partners;
        this.approvals = approvals;
    }

    /** Raises a problem if an action is not open. */
    void require(OrderSummary order, OrderAction action) {
        ActionRule.of(action).refusal(facts(order, partners.reach())).ifPresent(problem -> {
            throw new ProblemException(
                    problem, problem == OrderingProblem.CREDIT_HELD ? order.number() : order.status());
        });
    }

    void requireSeller(OrderSummary order) {
        if (!partners.reach().covers(order.parties().seller().id())) {
            throw new ProblemException(OrderingProblem.NOT_A_PARTY);
        }
    }

    Order allow(Order order) {
        return order.allowing(of(List.of(order.summary())).getFirst());
    }

    /** @param decides whether the caller may decide the order's review, if it waits for one */
    Order allow(Order order, boolean decides) {
        var reviewed = decides ? Set.of(order.id().value()) : Set.<UUID>of();
        return order.allowing(of(order.summary(), reviewed, partners.reach()));
    }

    Slice<OrderSummary> allow(Slice<OrderSummary> page) {
        var allowed = of(page.items()).iterator();
        return page.map(order -> order.allowing(allowed.next()));
    }

    private List<Set<OrderAction>> of(Collection<OrderSummary> orders) {
        var reach = partners.reach();
        var waiting = orders.stream()
                .filter(order -> isReviewed(order) && isOpen(OrderAction.APPROVE, order, reach))
                .map(order -> order.id().value())
                .toList();
        var decidable = waiting.isEmpty() ? Set.<UUID>of() : approvals.decidable(OrderCommitments.OBJECT, waiting);
        return orders.stream().map(order -> of(order, decidable, reach)).toList();
    }

    private static Set<OrderAction> of(OrderSummary order, Set<UUID> decidable, Reach reach) {
        var open = EnumSet.noneOf(OrderAction.class);
        for (OrderAction action : OrderAction.values()) {
            if (isOpen(action, order, reach)) {
                open.add(action);
            }
        }
        if (isReviewed(order) && !decidable.contains(order.id().value())) {
            open.removeAll(DECISIONS);
        }
        return open;
    }

    /**
     * Returns whether the order is under review. An order on credit hold is not yet; its seller may reject it at any
     * time.
     */
    private static boolean isReviewed(OrderSummary order) {
        return !order.isHeld();
    }

    private static boolean isOpen(OrderAction action, OrderSummary order, Reach reach) {
        var rule = ActionRule.of(action);
        var caller = TenantScope.caller();
        if (action == OrderAction.REORDER
                && !order.parties().buyer().id().value().equals(caller.partner())) {
            return false; // a cart is for the partner acted for
        }
        return rule.refusal(facts(order, reach)).isEmpty()
                && rule.permissions().stream().anyMatch(caller::may);
    }

    private static ActionRule.Facts facts(OrderSummary order, Reach reach) {
        return new ActionRule.Facts(
                order.status(),
                order.isHeld(),
                reach.covers(order.parties().seller().id()),
                reach.covers(order.parties().buyer().id()));
    }
}
