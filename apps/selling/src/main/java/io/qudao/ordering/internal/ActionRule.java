package io.qudao.ordering.internal;

import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderingProblem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Defines when an action on an order is open.
 *
 * @param seller the statuses in which it is open to the seller
 * @param buyer the statuses in which it is open to the buyer
 * @param permissions the permissions of which the facade requires one
 */
record ActionRule(Set<OrderStatus> seller, Set<OrderStatus> buyer, Hold hold, Set<String> permissions) {
    private static final Set<OrderStatus> NEVER = EnumSet.noneOf(OrderStatus.class);

    /** Whether the order must be free of, must be on, or may be on credit hold. */
    private enum Hold {
        FREE,
        HELD,
        EITHER
    }

    /** What a rule needs to know about an order and its caller. */
    record Facts(OrderStatus status, boolean held, boolean sells, boolean buys) {}

    static ActionRule of(OrderAction action) {
        var draft = EnumSet.of(OrderStatus.DRAFT);
        var submitted = EnumSet.of(OrderStatus.SUBMITTED);
        return switch (action) {
            case SUBMIT -> new ActionRule(draft, draft, Hold.FREE, Set.of("order.submit"));
            case APPROVE -> new ActionRule(submitted, NEVER, Hold.FREE, Set.of("order.approve"));
            case REJECT -> new ActionRule(submitted, NEVER, Hold.EITHER, Set.of("order.approve"));
            case SHIP ->
                new ActionRule(
                        EnumSet.of(OrderStatus.APPROVED, OrderStatus.PARTLY_SHIPPED),
                        NEVER,
                        Hold.EITHER,
                        Set.of("order.ship"));
            case RETRY -> new ActionRule(submitted, submitted, Hold.HELD, Set.of("credit.edit", "order.submit"));
            case CANCEL ->
                new ActionRule(
                        EnumSet.of(OrderStatus.DRAFT, OrderStatus.SUBMITTED, OrderStatus.APPROVED),
                        EnumSet.of(OrderStatus.DRAFT, OrderStatus.SUBMITTED),
                        Hold.EITHER,
                        Set.of("order.cancel"));
            case CLOSE ->
                new ActionRule(EnumSet.of(OrderStatus.PARTLY_SHIPPED), NEVER, Hold.EITHER, Set.of("order.cancel"));
            case REORDER ->
                new ActionRule(NEVER, EnumSet.allOf(OrderStatus.class), Hold.EITHER, Set.of("order.create"));
        };
    }

    /**
     * Returns why the action is not open. Permissions are not checked here because every call has already been checked.
     */
    Optional<OrderingProblem> refusal(Facts facts) {
        var theirs = EnumSet.noneOf(OrderStatus.class);
        if (facts.sells()) {
            theirs.addAll(seller);
        }
        if (facts.buys()) {
            theirs.addAll(buyer);
        }
        if (!theirs.contains(facts.status())) {
            boolean othersOnly = seller.contains(facts.status()) || buyer.contains(facts.status());
            return Optional.of(
                    theirs.isEmpty() || othersOnly ? OrderingProblem.NOT_A_PARTY : OrderingProblem.WRONG_STATUS);
        }
        return switch (hold) {
            case FREE -> facts.held() ? Optional.of(OrderingProblem.CREDIT_HELD) : Optional.empty();
            case HELD -> facts.held() ? Optional.empty() : Optional.of(OrderingProblem.WRONG_STATUS);
            case EITHER -> Optional.empty();
        };
    }
}
