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
import io.qudao.partner.AccountId;
import io.qudao.record.OwnFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What an order commits while it is open: credit, stock, and a pending review. Locks are taken in that order. */
@Component
class OrderCommitments {
    static final String OBJECT = "order";

    private final Credit credit;
    private final Stock stock;
    private final Approvals approvals;
    private final OwnFields own;

    OrderCommitments(Credit credit, Stock stock, Approvals approvals, OwnFields own) {
        this.credit = credit;
        this.stock = stock;
        this.approvals = approvals;
        this.own = own;
    }

    CreditDecision takeCredit(Order order) {
        return credit.take(account(order), order.id().value(), total(order));
    }

    Reservation reserve(Order order) {
        return stock.reserve(document(order.id()), order.summary().parties().warehouse(), demands(order.lines()));
    }

    ApprovalOutcome startReview(Order order) {
        return approvals.start(new ApprovalRequest(
                OBJECT,
                order.id().value(),
                order.number(),
                facts(order),
                order.summary().parties().seller().id().value()));
    }

    void approved(Order order) {
        move(order, Bucket.SUBMITTED, Bucket.APPROVED, total(order));
    }

    void shipped(Order order, Map<Integer, Long> goods) {
        move(order, Bucket.APPROVED, Bucket.SHIPPED, Worth.of(order, goods));
    }

    /** Releases, once, what the order had taken and not yet shipped (I5). */
    void giveBack(Order order) {
        if (!order.summary().isHeld() && order.status() != OrderStatus.DRAFT) {
            var bucket = order.status() == OrderStatus.SUBMITTED ? Bucket.SUBMITTED : Bucket.APPROVED;
            credit.release(account(order), order.id().value(), bucket, Worth.open(order));
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
        credit.move(account(order), order.id().value(), from, to, amount);
    }

    private static AccountId account(Order order) {
        return order.summary().parties().account();
    }

    private static Money total(Order order) {
        return order.summary().totals().total();
    }

    private static DocumentRef document(OrderId order) {
        return new DocumentRef(OBJECT, order.value());
    }

    private static List<Demand> demands(List<OrderLine> lines) {
        return lines.stream().map(line -> new Demand(line.sku(), line.open())).toList();
    }

    /** Returns what approval processes may use of an order, including fields that the caller may not read. */
    private Value.Fields facts(Order placed) {
        var order = placed.summary();
        var facts = new LinkedHashMap<>(own.whole(OBJECT, order.id().value()).values());
        facts.put("id", Value.of(order.id().value()));
        facts.put("number", Value.text(order.number()));
        facts.put("status", Value.text(order.state().name()));
        facts.put("total", Value.of(order.totals().total()));
        facts.put("line_count", Value.of((long) order.totals().lines()));
        facts.put("base_units", Value.of(order.totals().units()));
        facts.put("seller", Value.of(order.parties().seller().id().value()));
        facts.put("buyer", Value.of(order.parties().buyer().id().value()));
        facts.put("priced_at", Value.of(order.pricedAt()));
        String external = order.references().externalNumber();
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
