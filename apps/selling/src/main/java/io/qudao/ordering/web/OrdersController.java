package io.qudao.ordering.web;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderState;
import io.qudao.ordering.OrderingProblem;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.record.StandsFor;
import io.qudao.rest.EntityTag;
import io.qudao.rest.FieldsBody;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {
    private final Orders orders;
    private final OrderRequests requests;
    private final Submissions submissions;

    OrdersController(Orders orders, OrderRequests requests, Submissions submissions) {
        this.orders = orders;
        this.requests = requests;
        this.submissions = submissions;
    }

    @PostMapping
    @Permits("order.create")
    ResponseEntity<OrderBody> place(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody OrderRequest request) {
        if (key == null) {
            throw new ProblemException(
                    OrderingProblem.KEY_MISSING, List.of(Violation.of(IdempotencyKeys.HEADER, "required")));
        }
        var confirmed = request.confirmedTotal() == null
                ? null
                : request.confirmedTotal().money("confirmedTotal");
        var options = new PlaceOptions(key, Boolean.TRUE.equals(request.submit()), confirmed);
        var body = submissions.answer(orders.place(requests.wish(request), options));
        return ResponseEntity.created(
                        URI.create("/api/v1/orders/" + body.order().id()))
                .eTag(tag(body))
                .body(body);
    }

    @PostMapping("/quote")
    @Permits("order.create")
    QuoteBody quote(@RequestBody OrderRequest request) {
        return QuoteBody.of(orders.quote(requests.draft(request)));
    }

    @GetMapping
    @Permits("order.read")
    Slice<OrderBody.Summary> list(
            @RequestParam(defaultValue = "sell") String side,
            @StandsFor("order.status") @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var query = new OrderQuery(OrderQuery.Side.of(side), states(status), number, cursor, limit);
        return orders.list(query).map(OrderBody.Summary::of);
    }

    @GetMapping("/counts")
    @Permits("order.read")
    @StandsFor("order.status")
    Map<OrderState, Long> counts(@RequestParam(defaultValue = "sell") String side) {
        return orders.counts(OrderQuery.Side.of(side));
    }

    @GetMapping("/{id}")
    @Permits("order.read")
    ResponseEntity<OrderBody> get(@PathVariable UUID id) {
        var body = OrderBody.of(orders.get(new OrderId(id)));
        return ResponseEntity.ok().eTag(tag(body)).body(body);
    }

    @PostMapping("/{id}/submit")
    @Permits("order.submit")
    OrderBody submit(@PathVariable UUID id, @RequestBody(required = false) @Nullable Confirmation confirmation) {
        var confirmed = confirmation == null || confirmation.confirmedTotal() == null
                ? null
                : confirmation.confirmedTotal().money("confirmedTotal");
        var custom = confirmation == null || confirmation.custom() == null
                ? Map.<String, Value>of()
                : confirmation.custom().values().values();
        return submissions.answer(orders.submit(new OrderId(id), confirmed, custom));
    }

    @PostMapping("/{id}/approve")
    @Permits("order.approve")
    OrderBody approve(@PathVariable UUID id, @RequestBody(required = false) @Nullable Why why) {
        return OrderBody.of(orders.approve(new OrderId(id), why == null ? null : why.reason()));
    }

    @PostMapping("/{id}/reject")
    @Permits("order.approve")
    OrderBody reject(@PathVariable UUID id, @RequestBody Why why) {
        return OrderBody.of(orders.reject(new OrderId(id), why.text()));
    }

    @PostMapping("/{id}/cancel")
    @Permits("order.cancel")
    OrderBody cancel(@PathVariable UUID id, @RequestBody Why why) {
        return OrderBody.of(orders.cancel(new OrderId(id), why.text()));
    }

    @PostMapping("/{id}/close")
    @Permits("order.cancel")
    OrderBody close(@PathVariable UUID id, @RequestBody Why why) {
        return OrderBody.of(orders.close(new OrderId(id), why.text()));
    }

    @PostMapping("/{id}/retry")
    @Permits({"credit.edit", "order.submit"})
    OrderBody retryHeld(@PathVariable UUID id) {
        return submissions.answer(orders.retryHeld(new OrderId(id)));
    }

    private static String tag(OrderBody body) {
        return new EntityTag(body.order().version()).toString();
    }

    private static Set<OrderState> states(String names) {
        try {
            return Arrays.stream(names.split(","))
                    .filter(name -> !name.isBlank())
                    .map(name -> OrderState.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT,
                    List.of(Violation.of("status", "one_of", Arrays.toString(OrderState.values()))),
                    unknown);
        }
    }

    /**
     * What a draft is submitted with; anything may be missing.
     *
     * @param custom own fields that shall have another value
     */
    record Confirmation(
            @Nullable MoneyBody confirmedTotal, @Nullable FieldsBody custom) {}

    record Why(@Nullable String reason) {
        String text() {
            return reason == null ? "" : reason.strip();
        }
    }
}
