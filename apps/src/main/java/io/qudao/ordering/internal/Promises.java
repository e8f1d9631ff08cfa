package io.qudao.ordering.internal;

import io.qudao.approval.ApprovalOutcome;
import io.qudao.approval.ApprovalRequest;
import io.qudao.approval.Approvals;
import io.qudao.credit.Bucket;
import io.qudao.credit.Credit;
import io.qudao.credit.CreditDecision;
import io.qudao.inventory.Demand;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.Reservation;
import io.qudao.inventory.Stock;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Submission;
import io.qudao.record.OwnFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What an order has promised and taken while it stands: credit, stock, somebody's review. Locks in that order. */
@Component
class Promises {
    static final String OBJECT = "order";

    private final Credit credit;
    private final Stock stock;
    private final Approvals approvals;
    private final OwnFields own;

    Promises(Credit credit, Stock stock, Approvals approvals, OwnFields own) {
        this.credit = credit;
        this.stock = stock;
        this.approvals = approvals;
        this.own = own;
    }

    CreditDecision takeCredit(Order order) {
        return credit.take(
                order.summary().account(), order.id().value(), order.summary().total());
    }

    Reservation reserve(Order order) {
        return stock.reserve(document(order.id()), order.warehouse(), demands(order.lines()));
    }

    /** Whether somebody has to review it. */
    boolean startReview(Order order) {
        var summary = order.summary();
        var outcome = approvals.start(new ApprovalRequest(
                OBJECT,
                order.id().value(),
                summary.number(),
                facts(order),
                summary.seller().value()));
        return switch (outcome) {
            case ApprovalOutcome.Pending waiting -> true;
            case ApprovalOutcome.NotNeeded free -> false;
        };
    }

    void approved(Order order) {
        move(order, Bucket.SUBMITTED, Bucket.APPROVED, order.summary().total());
    }

    void shipped(Order order, Money amount) {
        move(order, Bucket.APPROVED, Bucket.SHIPPED, amount);
    }

    /** Gives back all that the order, as it stood, had taken; once (I5). */
    void giveBack(Order order) {
        if (order.summary().creditHold() == null && order.status() != OrderStatus.DRAFT) {
            var bucket = order.status() == OrderStatus.SUBMITTED ? Bucket.SUBMITTED : Bucket.APPROVED;
            credit.release(
                    order.summary().account(),
                    order.id().value(),
                    bucket,
                    order.summary().total());
            stock.release(document(order.id()));
        }
    }

    void withdrawReview(Order order, String reason) {
        approvals.withdraw(OBJECT, order.id().value(), reason);
    }

    static Submission shortage(Reservation.Shortfall shortfall, List<OrderLine> lines) {
        var missing = new TreeMap<Integer, Submission.ShortLine>();
        for (Reservation.Shortage shortage : shortfall.shortages()) {
            lines.stream()
                    .filter(line -> line.sku().equals(shortage.sku()))
                    .forEach(line -> missing.put(
                            line.number(),
                            new Submission.ShortLine(
                                    line.number(), line.skuCode(), shortage.wanted(), shortage.available())));
        }
        return new Submission.OutOfStock(List.copyOf(missing.values()));
    }

    private void move(Order order, Bucket from, Bucket to, Money amount) {
        credit.move(order.summary().account(), order.id().value(), from, to, amount);
    }

    private static DocumentRef document(OrderId order) {
        return new DocumentRef(OBJECT, order.value());
    }

    private static List<Demand> demands(List<OrderLine> lines) {
        return lines.stream().map(line -> new Demand(line.sku(), line.open())).toList();
    }

    /** What an approval process may ask about an order, fields that the caller may not read among it. */
    private Value.Fields facts(Order placed) {
        var order = placed.summary();
        var facts = new LinkedHashMap<>(own.whole(OBJECT, order.id().value()).values());
        facts.put("id", Value.of(order.id().value()));
        facts.put("number", Value.text(order.number()));
        facts.put("status", Value.text(order.status().name()));
        facts.put("total", Value.of(order.total()));
        facts.put("line_count", Value.of((long) order.lines()));
        facts.put("base_units", Value.of(order.units()));
        facts.put("seller", Value.of(order.seller().value()));
        facts.put("buyer", Value.of(order.buyer().value()));
        facts.put("priced_at", Value.of(order.pricedAt()));
        var external = order.externalNumber();
        facts.put("external_number", external == null ? Value.none() : Value.text(external));
        facts.put("version", Value.of((long) order.version()));
        facts.put("submitted_at", submittedAt(placed));
        return new Value.Fields(facts);
    }

    private static Value submittedAt(Order order) {
        return order.history().stream()
                .filter(step -> step.to() == OrderStatus.SUBMITTED)
                .map(step -> Value.of(step.at()))
                .findFirst()
                .orElseGet(Value::none);
    }
}
