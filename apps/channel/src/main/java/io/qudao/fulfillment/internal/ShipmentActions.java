package io.qudao.fulfillment.internal;

import io.qudao.fulfillment.FulfillmentProblem;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.ShipmentAction;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.kernel.ProblemException;
import io.qudao.partner.Partners;
import io.qudao.tenancy.TenantScope;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Determines what the caller may do with shipments now, for pages, API and the commands themselves. */
@Component
class ShipmentActions {
    private static final String RECEIVE = "order.receive";

    private final Partners partners;

    ShipmentActions(Partners partners) {
        this.partners = partners;
    }

    boolean isParty(Shipment shipment) {
        var reach = partners.reach();
        return reach.covers(shipment.seller()) || reach.covers(shipment.buyer());
    }

    Shipment allow(Shipment shipment) {
        boolean receives =
                TenantScope.caller().may(RECEIVE) && refusal(shipment).isEmpty();
        return shipment.allowing(receives ? Set.of(ShipmentAction.RECEIVE) : Set.of());
    }

    void requireReceivable(Shipment shipment) {
        refusal(shipment).ifPresent(problem -> {
            throw new ProblemException(problem, shipment.number());
        });
    }

    /** Returns why the caller cannot receive a shipment now. */
    private Optional<FulfillmentProblem> refusal(Shipment shipment) {
        if (!partners.reach().covers(shipment.buyer())) {
            return Optional.of(FulfillmentProblem.NOT_A_PARTY);
        }
        return shipment.status() == ShipmentStatus.SHIPPED
                ? Optional.empty()
                : Optional.of(FulfillmentProblem.ALREADY_RECEIVED);
    }
}
