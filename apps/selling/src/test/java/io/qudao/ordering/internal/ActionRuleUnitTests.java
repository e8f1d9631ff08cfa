package io.qudao.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderingProblem;
import io.qudao.ordering.internal.ActionRule.Facts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionRuleUnitTests {
    private static final Map<OrderStatus, Set<OrderAction>> SELLER = Map.of(
            OrderStatus.DRAFT, EnumSet.of(OrderAction.SUBMIT, OrderAction.CANCEL),
            OrderStatus.SUBMITTED, EnumSet.of(OrderAction.APPROVE, OrderAction.REJECT, OrderAction.CANCEL),
            OrderStatus.APPROVED, EnumSet.of(OrderAction.SHIP, OrderAction.CANCEL),
            OrderStatus.PARTLY_SHIPPED, EnumSet.of(OrderAction.SHIP, OrderAction.CLOSE));

    private static final Map<OrderStatus, Set<OrderAction>> BUYER = Map.of(
            OrderStatus.DRAFT, EnumSet.of(OrderAction.SUBMIT, OrderAction.CANCEL, OrderAction.REORDER),
            OrderStatus.SUBMITTED, EnumSet.of(OrderAction.CANCEL, OrderAction.REORDER));

    @Test
    void opensToEachSideWhatItsStatusAllows() { // O1
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(open(new Facts(status, false, true, false)))
                    .as("seller, " + status)
                    .isEqualTo(SELLER.getOrDefault(status, Set.of()));
            assertThat(open(new Facts(status, false, false, true)))
                    .as("buyer, " + status)
                    .isEqualTo(BUYER.getOrDefault(status, Set.of(OrderAction.REORDER)));
            assertThat(open(new Facts(status, false, false, false)))
                    .as("nobody, " + status)
                    .isEmpty();
        }
    }

    @Test
    void opensOnAHeldOrderToTryAgainRejectAndCancel() { // C3
        assertThat(open(new Facts(OrderStatus.SUBMITTED, true, true, false)))
                .containsExactlyInAnyOrder(OrderAction.RETRY, OrderAction.REJECT, OrderAction.CANCEL);
        assertThat(refusals(new Facts(OrderStatus.SUBMITTED, true, true, false)))
                .containsEntry(OrderAction.APPROVE, OrderingProblem.CREDIT_HELD);
    }

    @Test
    void saysWhetherTheSideOrTheStatusIsWrong() {
        var buyer = refusals(new Facts(OrderStatus.APPROVED, false, false, true));
        assertThat(buyer)
                .containsEntry(OrderAction.CANCEL, OrderingProblem.NOT_A_PARTY)
                .containsEntry(OrderAction.SHIP, OrderingProblem.NOT_A_PARTY)
                .containsEntry(OrderAction.SUBMIT, OrderingProblem.WRONG_STATUS);
        assertThat(refusals(new Facts(OrderStatus.CANCELLED, false, false, true)))
                .containsEntry(OrderAction.CANCEL, OrderingProblem.WRONG_STATUS);
        assertThat(refusals(new Facts(OrderStatus.SUBMITTED, false, true, false)))
                .containsEntry(OrderAction.RETRY, OrderingProblem.WRONG_STATUS);
    }

    private static Set<OrderAction> open(Facts facts) {
        var open = EnumSet.allOf(OrderAction.class);
        open.removeAll(refusals(facts).keySet());
        return open;
    }

    private static Map<OrderAction, OrderingProblem> refusals(Facts facts) {
        var refusals = new EnumMap<OrderAction, OrderingProblem>(OrderAction.class);
        for (OrderAction action : OrderAction.values()) {
            ActionRule.of(action).refusal(facts).ifPresent(problem -> refusals.put(action, problem));
        }
        return refusals;
    }
}
