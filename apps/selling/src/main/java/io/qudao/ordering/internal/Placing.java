package io.qudao.ordering.internal;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderWish;
import io.qudao.ordering.OrderingProblem;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.ordering.Submission;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places orders and submits drafts. Each runs in one transaction that commits or rolls back according to its result.
 */
@Component
class Placing {
    private final Drafts drafts;
    private final OrderWrites writes;
    private final OrderDesk desk;
    private final Submitting submitting;
    private final TransactionTemplate transaction;
    private final Sources sources;

    Placing(
            Drafts drafts,
            OrderWrites writes,
            OrderDesk desk,
            Submitting submitting,
            TransactionTemplate transaction,
            Sources sources) {
        this.drafts = drafts;
        this.writes = writes;
        this.desk = desk;
        this.submitting = submitting;
        this.transaction = transaction;
        this.sources = sources;
    }

    Submission place(OrderWish wish, PlaceOptions options) {
        requireKey(options.key());
        if (options.submit()) {
            TenantScope.caller().require("order.submit");
        }
        String number = sources.numbers().next();
        var id = new OrderId(Ids.next());
        var request = new KeyedRequest("order", options.key(), content(wish, options));
        return kept(() -> sources.keys()
                .once(request, Made.of(id.value()), () -> placeNew(id, number, wish, options), this::repeated));
    }

    Submission submit(OrderId id, @Nullable Money confirmed, Map<String, Value> custom) {
        return kept(() -> submitDraft(desk.locked(id, OrderAction.SUBMIT), confirmed, custom));
    }

    Submission retryHeld(OrderId id) {
        return kept(() -> {
            var order = desk.locked(id, OrderAction.RETRY);
            drafts.requireTrading(order.summary().parties().account());
            writes.hold(id, null);
            return submitting.promise(order.held(null));
        });
    }

    private Submission placeNew(OrderId id, String number, OrderWish wish, PlaceOptions options) {
        var now = sources.clock().instant();
        var priced = drafts.price(wish.draft().get());
        var refusal = priced.refusal(options.confirmed());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var status = options.submit() ? OrderStatus.SUBMITTED : OrderStatus.DRAFT;
        var made = insert(drafts.order(id, number, priced, status, now), priced);
        desk.placed(made, options.key());
        return options.submit() ? submitting.promise(made) : submitting.drafted(made);
    }

    private static Value content(OrderWish wish, PlaceOptions options) {
        var request = new LinkedHashMap<>(wish.content().values());
        request.put("submit", Value.of(options.submit()));
        var confirmed = options.confirmed();
        request.put("confirmed", confirmed == null ? Value.none() : Value.of(confirmed));
        return new Value.Fields(request);
    }

    private Order insert(Order order, PricedDraft priced) {
        try {
            var made = writes.insert(order, priced);
            boolean linesHaveFields = priced.checked().draft().lines().stream()
                    .anyMatch(line -> !line.custom().isEmpty());
            return linesHaveFields ? desk.withOwnFields(made) : made;
        } catch (DuplicateKeyException taken) {
            String number = String.valueOf(order.summary().references().externalNumber());
            throw new ProblemException(
                    OrderingProblem.EXTERNAL_NUMBER_TAKEN,
                    List.of(Violation.of("externalNumber", "taken", number)),
                    taken,
                    number);
        }
    }

    private Submission repeated(Made before) {
        var order = desk.get(new OrderId(before.id()));
        var hold = order.summary().creditHold();
        return hold == null
                ? new Submission.Accepted(order)
                : new Submission.CreditHeld(order, hold.exposure(), hold.limit(), hold.over());
    }

    private Submission submitDraft(Order draft, @Nullable Money confirmed, Map<String, Value> custom) {
        var now = sources.clock().instant();
        var priced = drafts.price(Drafts.wish(draft));
        var refusal = priced.refusal(confirmed);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var repriced = Drafts.repriced(draft, priced);
        var submitted = repriced.moved(writes.submit(repriced, priced, custom, now));
        return submitting.promise(custom.isEmpty() ? submitted : desk.withOwnFields(submitted));
    }

    /** Runs in a transaction that is rolled back unless the order is kept. */
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
        if (key.isBlank() || key.length() > IdempotencyKeys.LONGEST) {
            throw new ProblemException(
                    OrderingProblem.KEY_MISSING,
                    List.of(Violation.of(IdempotencyKeys.HEADER, "length", 1, IdempotencyKeys.LONGEST)));
        }
    }

    /** The sources of keys, numbers and instants. */
    @Component
    record Sources(IdempotencyKeys keys, OrderNumbers numbers, Clock clock) {}
}
