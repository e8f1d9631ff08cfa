package io.qudao.ordering;

import static io.qudao.ordering.OrderStatus.APPROVED;
import static io.qudao.ordering.OrderStatus.CANCELLED;
import static io.qudao.ordering.OrderStatus.CLOSED;
import static io.qudao.ordering.OrderStatus.COMPLETED;
import static io.qudao.ordering.OrderStatus.DRAFT;
import static io.qudao.ordering.OrderStatus.PARTLY_SHIPPED;
import static io.qudao.ordering.OrderStatus.REJECTED;
import static io.qudao.ordering.OrderStatus.SHIPPED;
import static io.qudao.ordering.OrderStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderStatusUnitTests {
    private static final Map<OrderStatus, Set<OrderStatus>> LISTED = Map.of(
            DRAFT, Set.of(SUBMITTED, CANCELLED),
            SUBMITTED, Set.of(APPROVED, REJECTED, CANCELLED),
            APPROVED, Set.of(PARTLY_SHIPPED, SHIPPED, CANCELLED),
            PARTLY_SHIPPED, Set.of(PARTLY_SHIPPED, SHIPPED, CLOSED),
            SHIPPED, Set.of(COMPLETED),
            COMPLETED, Set.of(),
            REJECTED, Set.of(),
            CANCELLED, Set.of(),
            CLOSED, Set.of());

    @Test
    void allowsListedStepsOnly() { // O1
        assertThat(LISTED).hasSize(OrderStatus.values().length);
        for (OrderStatus from : OrderStatus.values()) {
            for (OrderStatus to : OrderStatus.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(LISTED.get(from).contains(to));
            }
        }
    }

    @Test
    void endsWhereNothingFollows() { // O1
        var ends = Arrays.stream(OrderStatus.values())
                .filter(status -> Arrays.stream(OrderStatus.values()).noneMatch(status::mayBecome))
                .toList();
        assertThat(ends).containsExactlyInAnyOrder(COMPLETED, REJECTED, CANCELLED, CLOSED);
    }
}
