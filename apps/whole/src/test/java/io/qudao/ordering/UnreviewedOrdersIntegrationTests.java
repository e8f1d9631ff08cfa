package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Orders that need no review are approved when they are submitted. */
@HttpTest
@RecordApplicationEvents
class UnreviewedOrdersIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicationEvents events;

    @Test
    void tellsOfAnApprovalWithoutReview() { // N1
        var trade = TradeFixture.in(context);
        Publishing.publish(
                trade.admin(),
                "approval_process/order.review",
                "{\"label\":{\"en\":\"Review\"},\"entry\":\"external_number == 'E1'\","
                        + "\"approverPermission\":\"order.approve\",\"requesterMayApprove\":true}");
        var order = ((Submission.Accepted) trade.submit(1, "each")).order();
        assertThat(order.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(order.history())
                .extracting(Transition::to)
                .containsExactly(OrderStatus.DRAFT, OrderStatus.SUBMITTED, OrderStatus.APPROVED);
        assertThat(events.stream(OrderApproved.class)).containsExactly(new OrderApproved(order.id()));
    }
}
