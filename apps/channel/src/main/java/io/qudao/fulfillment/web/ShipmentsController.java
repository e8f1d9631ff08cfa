package io.qudao.fulfillment.web;

import io.qudao.fulfillment.FulfillmentProblem;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.ShipmentId;
import io.qudao.fulfillment.ShipmentLine;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import io.qudao.record.OwnFields;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShipmentsController {
    private static final String OBJECT = "shipment";

    private final Shipments shipments;
    private final OwnFields own;

    ShipmentsController(Shipments shipments, OwnFields own) {
        this.shipments = shipments;
        this.own = own;
    }

    @PostMapping("/api/v1/orders/{id}/shipments")
    @Permits("order.ship")
    ResponseEntity<ShipmentBody> ship(
            @PathVariable UUID id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable ShipRequest request) {
        var asked = request == null ? new ShipRequest(null, null, null, null) : request;
        var own = asked.custom() == null ? Value.Fields.EMPTY : asked.custom().values();
        var options = new ShipOptions(quantities(asked.lines()), key, asked.carrier(), asked.tracking(), own);
        var shipment = shipments.ship(new OrderId(id), options);
        return ResponseEntity.created(
                        URI.create("/api/v1/shipments/" + shipment.id().value()))
                .body(body(shipment));
    }

    @GetMapping("/api/v1/orders/{id}/shipments")
    @Permits("order.read")
    List<ShipmentBody> ofOrder(@PathVariable UUID id) {
        return own.besideAll(
                OBJECT, shipments.of(new OrderId(id)), shipment -> shipment.id().value(), ShipmentBody::of);
    }

    @GetMapping("/api/v1/shipments")
    @Permits("order.read")
    Slice<ShipmentBody> list(
            @RequestParam(defaultValue = "sell") String side,
            @StandsFor("shipment.status") @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = shipments.list(OrderQuery.Side.of(side), status == null ? null : status(status), cursor, limit);
        return own.besidePage(OBJECT, page, shipment -> shipment.id().value(), ShipmentBody::of);
    }

    @GetMapping("/api/v1/shipments/{id}")
    @Permits("order.read")
    ShipmentBody get(@PathVariable UUID id) {
        return body(shipments.get(new ShipmentId(id)));
    }

    @PostMapping("/api/v1/shipments/{id}/receive")
    @Permits("order.receive")
    ShipmentBody receive(@PathVariable UUID id, @RequestBody(required = false) @Nullable ReceiveRequest request) {
        var counted = request == null ? Map.<Integer, Long>of() : quantities(request.lines());
        return body(shipments.receive(new ShipmentId(id), counted));
    }

    private ShipmentBody body(Shipment found) {
        return own.beside(OBJECT, found, shipment -> shipment.id().value(), ShipmentBody::of);
    }

    private static Map<Integer, Long> quantities(@Nullable List<Goods> lines) {
        var quantities = new LinkedHashMap<Integer, Long>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            var line = lines.get(i);
            if (line == null || line.line() == null || line.quantity() == null) {
                violations.add(Violation.of("lines[" + i + "]", "required"));
            } else if (quantities.put(line.line(), line.quantity()) != null) {
                violations.add(Violation.of("lines[" + i + "].line", "twice", line.line()));
            }
        }
        ProblemException.failIfAny(FulfillmentProblem.INVALID_LINES, violations);
        return quantities;
    }

    private static ShipmentStatus status(String name) {
        try {
            return ShipmentStatus.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT,
                    List.of(Violation.of("status", "one_of", List.of(ShipmentStatus.values()))),
                    unknown);
        }
    }

    /**
     * The goods to ship.
     *
     * @param lines null: everything that is open
     */
    record ShipRequest(
            @Nullable List<Goods> lines,
            @Nullable String carrier,
            @Nullable String tracking,
            @Nullable FieldsBody custom) {}

    record ReceiveRequest(@Nullable List<Goods> lines) {}

    /**
     * Goods of one order line.
     *
     * @param quantity in base units
     */
    record Goods(@Nullable Integer line, @Nullable Long quantity) {}

    record ShipmentBody(
            UUID id,
            @StandsFor({"shipment.number", "order.number"}) String number,
            @StandsFor("shipment.order") UUID order,
            @StandsFor("order.number") String orderNumber,
            @StandsFor("shipment.seller") UUID seller,
            @StandsFor("shipment.buyer") UUID buyer,
            @StandsFor("shipment.status") String status,
            @StandsFor("shipment.carrier") @Nullable String carrier,
            @StandsFor("shipment.tracking") @Nullable String tracking,
            @StandsFor("shipment.shipped_at") Instant shippedAt,
            @StandsFor("shipment.received_at") @Nullable Instant receivedAt,
            List<Line> lines,
            List<String> actions,
            FieldsBody custom) {
        static ShipmentBody of(Shipment shipment, Value.Fields own) {
            return new ShipmentBody(
                    shipment.id().value(),
                    shipment.number(),
                    shipment.order().value(),
                    shipment.orderNumber(),
                    shipment.seller().value(),
                    shipment.buyer().value(),
                    shipment.status().name(),
                    shipment.carrier(),
                    shipment.tracking(),
                    shipment.shippedAt(),
                    shipment.receivedAt(),
                    shipment.lines().stream().map(Line::of).toList(),
                    shipment.actions().stream().sorted().map(Enum::name).toList(),
                    new FieldsBody(own));
        }
    }

    record Line(
            @StandsFor("order_line.line_number") int line,
            @StandsFor("order_line.sku") UUID sku,
            @StandsFor({"order_line.sku_code", "sku.code"}) String skuCode,
            @StandsFor({"order_line.sku_name", "sku.name"}) String skuName,
            @StandsFor("order_line.shipped") long quantity,
            @StandsFor("order_line.shipped") @Nullable Long received) {
        static Line of(ShipmentLine line) {
            return new Line(
                    line.orderLine(),
                    line.sku().value(),
                    line.skuCode(),
                    line.skuName(),
                    line.quantity(),
                    line.received());
        }
    }
}
