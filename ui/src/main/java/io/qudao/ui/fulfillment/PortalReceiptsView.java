package io.qudao.ui.fulfillment;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.fulfillment.Shipments;
import io.qudao.ordering.OrderQuery.Side;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Goods in transit to be received, and those received recently. */
@Route(value = FulfillmentNavigation.RECEIPTS, layout = PortalLayout.class)
@PermitAll
class PortalReceiptsView extends PortalPage implements BeforeEnterObserver {
    private static final int ARRIVING = 100;
    private static final int LATELY = 20;

    private final transient Shipments shipments;
    private final transient ShipmentCards cards;

    PortalReceiptsView(Shipments shipments, ShipmentCards cards) {
        super("portal.receipts", "receipts");
        this.shipments = shipments;
        this.cards = cards;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        getContent().removeAll();
        getContent().add(new PageHeader(title()));
        if (!Visible.is("shipment.status")) {
            getContent().add(Named.as("arriving", list(null, ARRIVING)));
            return;
        }
        var arriving = list(ShipmentStatus.SHIPPED, ARRIVING);
        if (arriving.getComponentCount() == 0) {
            arriving.add(new EmptyState(VaadinIcon.TRUCK, Texts.of("receipts.none"), Texts.of("receipts.none.text")));
        }
        getContent().add(Named.as("arriving", arriving));
        var received = list(ShipmentStatus.RECEIVED, LATELY);
        if (received.getComponentCount() > 0) {
            getContent().add(new H2(Texts.of("receipts.lately")), Named.as("received", received));
        }
    }

    private Box list(@Nullable ShipmentStatus status, int limit) {
        var list = new Box("q-stack shipments");
        shipments
                .list(Side.BUY, status, null, limit)
                .items()
                .forEach(shipment -> list.add(cards.of(shipment, this::show)));
        return list;
    }
}
