package io.qudao.ui.fulfillment;

import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.fulfillment.Shipments;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.ToDo;
import io.qudao.ui.shell.ToDos;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shipments to be received. */
@Component
class ShipmentToDos implements ToDos {
    private final Shipments shipments;

    ShipmentToDos(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public List<ToDo> of(Caller caller) {
        if (!caller.may("order.receive") || !Visible.is("shipment.status")) {
            return List.of();
        }
        var arriving = shipments.list(Side.BUY, ShipmentStatus.SHIPPED, null, ToDo.MOST);
        return List.of(new ToDo(30, "to_do.receive", arriving.items().size(), FulfillmentNavigation.RECEIPTS));
    }
}
