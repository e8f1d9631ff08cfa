package io.qudao.ordering.web;

import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderParties;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Transition;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in JSON. Quantities {@code base}, {@code shipped}, {@code cancelled} and {@code open} are base units. */
record OrderBody(Summary order, List<Line> lines, List<Step> history, FieldsBody custom) {
    static OrderBody of(Order order) {
        return new OrderBody(
                Summary.of(order.summary()),
                order.lines().stream().map(Line::of).toList(),
                order.history().stream().map(Step::of).toList(),
                new FieldsBody(order.custom()));
    }

    /**
     * An order as lists show it.
     *
     * @param status the state, in which a credit hold stands for the status of an order that waits
     * @param actions what the caller may do with it now
     */
    record Summary(
            UUID id,
            @StandsFor("order.number") String number,
            @StandsFor("order.seller") Party seller,
            @StandsFor("order.buyer") Party buyer,
            UUID account,
            @StandsFor("order.status") String status,
            @Nullable Hold creditHold,
            @StandsFor("order.priced_at") Instant pricedAt,
            Instant createdAt,
            @StandsFor("order.total") @Nullable MoneyBody total,
            @StandsFor("order.line_count") int lines,
            @StandsFor("order.base_units") long units,
            @StandsFor("order.external_number") @Nullable String externalNumber,
            int version,
            List<String> actions) {
        static Summary of(OrderSummary order) {
            return new Summary(
                    order.id().value(),
                    order.number(),
                    Party.of(order.parties().seller()),
                    Party.of(order.parties().buyer()),
                    order.parties().account().value(),
                    order.state().name(),
                    Hold.of(order.creditHold()),
                    order.pricedAt(),
                    order.createdAt(),
                    MoneyBody.of(order.totals().total()),
                    order.totals().lines(),
                    order.totals().units(),
                    order.references().externalNumber(),
                    order.version(),
                    order.actions().stream().sorted().map(Enum::name).toList());
        }
    }

    /** The exposure without the order, the limit, and how much the order exceeds it. */
    record Hold(
            @StandsFor("order.held_exposure") @Nullable MoneyBody exposure,
            @StandsFor("order.held_limit") @Nullable MoneyBody limit,
            @StandsFor("order.held_over") @Nullable MoneyBody over) {
        static @Nullable Hold of(@Nullable CreditHold hold) {
            return hold == null
                    ? null
                    : new Hold(MoneyBody.of(hold.exposure()), MoneyBody.of(hold.limit()), MoneyBody.of(hold.over()));
        }
    }

    record Party(UUID id, @StandsFor("partner.name") String name) {
        static Party of(OrderParties.Party party) {
            return new Party(party.id().value(), party.name());
        }
    }

    record Line(
            @StandsFor("order_line.line_number") int number,
            @StandsFor("order_line.sku") UUID sku,
            @StandsFor({"order_line.sku_code", "sku.code"}) String skuCode,
            @StandsFor({"order_line.sku_name", "sku.name"}) String skuName,
            @StandsFor("order_line.unit") String unit,
            @StandsFor("order_line.quantity") long quantity,
            @StandsFor("order_line.base_quantity") long base,
            @StandsFor("order_line.unit_price") @Nullable MoneyBody unitPrice,
            @StandsFor("order_line.net") @Nullable MoneyBody net,
            UUID priceList,
            UUID priceEntry,
            long priceVersion,
            @StandsFor("order_line.unit_price") String trace,
            @StandsFor("order_line.shipped") long shipped,
            @StandsFor("order_line.cancelled") long cancelled,
            @StandsFor("order_line.open") long open,
            FieldsBody custom) {
        static Line of(OrderLine line) {
            return new Line(
                    line.number(),
                    line.sku().value(),
                    line.skuCode(),
                    line.skuName(),
                    line.ordered().unit(),
                    line.ordered().value(),
                    line.base(),
                    MoneyBody.of(line.price().unit()),
                    MoneyBody.of(line.net()),
                    line.price().list().value(),
                    line.price().entry().value(),
                    line.price().version(),
                    line.price().trace(),
                    line.shipped(),
                    line.cancelled(),
                    line.open(),
                    new FieldsBody(line.custom()));
        }
    }

    record Step(
            @StandsFor("order.status") @Nullable String from,
            @StandsFor("order.status") String to,
            UUID actor,
            @StandsFor("member.name") String actorName,

            @StandsFor({"order.submitted_at", "shipment.shipped_at", "shipment.received_at"})
            Instant at,

            @Nullable String reason) {
        static Step of(Transition step) {
            return new Step(
                    step.from() == null ? null : step.from().name(),
                    step.to().name(),
                    step.actor(),
                    step.actorName(),
                    step.at(),
                    step.reason());
        }
    }
}
