package io.qudao.ordering.internal;

import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderWish;
import io.qudao.ordering.OrderingProblem;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.ordering.Submission;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Placing an order and submitting a draft: one transaction each, kept or undone as its result says. */
@Component
class Placing {
    private static final int LONGEST_KEY = 200;

    private final Drafts drafts;
    private final OrderWrites writes;
    private final OrderReading reading;
    private final Submitting submitting;
    private final TransactionTemplate transaction;
    private final Series series;

    Placing(
            Drafts drafts,
            OrderWrites writes,
            OrderReading reading,
            Submitting submitting,
            TransactionTemplate transaction,
            Series series) {
        this.drafts = drafts;
        this.writes = writes;
        this.reading = reading;
        this.submitting = submitting;
        this.transaction = transaction;
        this.series = series;
    }

    Submission place(OrderWish wish, PlaceOptions options) {
        requireKey(options.key());
        String number = series.numbers().next();
        return kept(() -> placeOnce(number, wish, options));
    }

    Submission submit(OrderId id, @Nullable Money confirmed) {
        return kept(() -> submitDraft(reading.lock(id), confirmed));
    }

    Submission retryHeld(OrderId id) {
        return kept(() -> {
            var order = reading.lock(id);
            if (order.status() != OrderStatus.SUBMITTED || order.summary().creditHold() == null) {
                throw new ProblemException(OrderingProblem.WRONG_STATUS, order.status());
            }
            drafts.requireTrading(order.summary().account());
            writes.hold(id, null);
            return submitting.promise(reading.get(id));
        });
    }

    /** The key comes first: who repeats a request gets its order, even where the same would be refused by now. */
    private Submission placeOnce(String number, OrderWish wish, PlaceOptions options) {
        var id = new OrderId(Ids.next());
        var claimed = writes.claim(options.key(), id, fingerprint(wish, options));
        if (claimed.isPresent()) {
            return repeated(claimed.get(), options);
        }
        var now = series.clock().instant();
        var priced = drafts.price(wish.draft().get());
        var refusal = priced.refusal(options.confirmed());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var status = options.submit() ? OrderStatus.SUBMITTED : OrderStatus.DRAFT;
        var made = insert(drafts.order(id, number, priced, status, now), priced, now);
        return options.submit() ? submitting.promise(made) : new Submission.Accepted(made);
    }

    private static byte[] fingerprint(OrderWish wish, PlaceOptions options) {
        var request = new LinkedHashMap<>(wish.content().values());
        request.put("submit", Value.of(options.submit()));
        var confirmed = options.confirmed();
        request.put("confirmed", confirmed == null ? Value.none() : Value.of(confirmed));
        return Fingerprint.of(new Value.Fields(request));
    }

    private Order insert(Order order, PricedDraft priced, Instant now) {
        try {
            return writes.insert(order, priced, now);
        } catch (DuplicateKeyException taken) {
            String number = String.valueOf(order.summary().externalNumber());
            throw new ProblemException(
                    OrderingProblem.EXTERNAL_NUMBER_TAKEN,
                    List.of(Violation.of("externalNumber", "taken", number)),
                    taken,
                    number);
        }
    }

    private Submission repeated(OrderWrites.Claimed claimed, PlaceOptions options) {
        if (!claimed.sameBody()) {
            throw new ProblemException(
                    OrderingProblem.KEY_REUSED, List.of(Violation.of("Idempotency-Key", "key_reused")), options.key());
        }
        var order = reading.get(claimed.order());
        var hold = order.summary().creditHold();
        return hold == null
                ? new Submission.Accepted(order)
                : new Submission.CreditHeld(order, hold.exposure(), hold.limit(), hold.over());
    }

    private Submission submitDraft(Order draft, @Nullable Money confirmed) {
        if (draft.status() != OrderStatus.DRAFT) {
            throw new ProblemException(OrderingProblem.WRONG_STATUS, draft.status());
        }
        var now = series.clock().instant();
        var priced = drafts.price(wish(draft));
        var refusal = priced.refusal(confirmed);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        writes.reprice(draft.id(), priced);
        writes.step(draft.id(), OrderStatus.DRAFT, OrderStatus.SUBMITTED, null, now);
        writes.requireRules(draft.id());
        return submitting.promise(reading.get(draft.id()));
    }

    private static OrderDraft wish(Order draft) {
        return new OrderDraft(
                draft.summary().seller(),
                draft.summary().buyer(),
                draft.summary().total().currency(),
                draft.lines().stream()
                        .map(line -> new OrderDraft.Line(
                                line.sku(),
                                new Quantity(
                                        line.ordered().value(), line.ordered().unit())))
                        .toList(),
                null,
                draft.summary().externalNumber(),
                Map.of());
    }

    /** Runs in a transaction that is undone unless the order is kept. */
    private Submission kept(Supplier<Submission> work) {
        var result = transaction.execute(status -> {
            var submission = work.get();
            if (!(submission instanceof Submission.Accepted || submission instanceof Submission.CreditHeld)) {
                status.setRollbackOnly();
            }
            return submission;
        });
        return Objects.requireNonNull(result);
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    OrderingProblem.KEY_MISSING, List.of(Violation.of("Idempotency-Key", "length", 1, LONGEST_KEY)));
        }
    }

    /** Where numbers and instants come from. */
    @Component
    record Series(OrderNumbers numbers, Clock clock) {}
}
