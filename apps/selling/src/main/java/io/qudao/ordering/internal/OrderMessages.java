package io.qudao.ordering.internal;

import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.outbox.Outbox;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes outbox messages about an order in its transaction. */
@Component
class OrderMessages {
    private final Outbox outbox;

    OrderMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    void submitted(OrderId order, String number) {
        tell("order.submitted", order, number);
    }

    void moved(Order order) {
        tell("order." + order.status().name().toLowerCase(Locale.ROOT), order.id(), order.number());
    }

    private void tell(String topic, OrderId order, String number) {
        String id = order.value().toString();
        outbox.append(topic, id, "{\"order\":\"" + id + "\",\"number\":\"" + number + "\"}");
    }
}
