package io.qudao.ordering.internal;

import io.qudao.inventory.Warehouse;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderParties;
import io.qudao.ordering.OrderParties.Party;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.OrderingProblem;
import io.qudao.ordering.Transition;
import io.qudao.partner.AccountId;
import io.qudao.partner.Partner;
import io.qudao.partner.Partners;
import io.qudao.pricing.PriceQuestion;
import io.qudao.pricing.Pricing;
import io.qudao.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request into a priced draft, and that into an order. */
@Component
class Drafts {
    private final DraftCheck check;
    private final Pricing pricing;
    private final Partners partners;
    private final Warehouses warehouses;

    Drafts(DraftCheck check, Pricing pricing, Partners partners, Warehouses warehouses) {
        this.check = check;
        this.pricing = pricing;
        this.partners = partners;
        this.warehouses = warehouses;
    }

    PricedDraft price(OrderDraft draft) {
        var checked = check.check(draft);
        var question = new PriceQuestion(checked.account(), checked.at(), checked.priceLines());
        var priced = PricedDraft.of(checked, pricing.price(question));
        ProblemException.failIfAny(OrderingProblem.INVALID_ORDER, priced.tooDear());
        return priced;
    }

    /**
     * Requires that the partners may trade: a held order has reserved nothing yet, so it may proceed only if a new
     * order could be placed.
     */
    void requireTrading(AccountId account) {
        check.requireTrading(account);
    }

    Warehouse warehouse(PricedDraft priced) {
        return warehouses.serving(priced.checked().account().seller());
    }

    /** Returns the order as it will be written. */
    Order order(OrderId id, String number, PricedDraft priced, OrderStatus status, Instant now) {
        var draft = priced.checked().draft();
        var names = partners.byIds(Set.of(draft.seller(), draft.buyer())).values().stream()
                .collect(Collectors.toMap(Partner::id, Partner::name));
        var parties = new OrderParties(
                Party.of(draft.seller()),
                Party.of(draft.buyer()),
                priced.checked().account().id(),
                warehouse(priced).id());
        var summary = new OrderSummary(
                id,
                number,
                status,
                null,
                parties.named(names),
                priced.totals(),
                draft.references(),
                priced.checked().at(),
                now,
                1,
                Set.of());
        return new Order(summary, priced.lines(), history(status, now), Value.Fields.EMPTY);
    }

    /** Returns a draft with current prices. */
    static Order repriced(Order draft, PricedDraft priced) {
        var summary = draft.summary().priced(priced.totals(), priced.checked().at());
        var own = draft.lines().stream().collect(Collectors.toMap(OrderLine::number, OrderLine::custom));
        var lines = priced.lines().stream()
                .map(line -> line.with(own.getOrDefault(line.number(), Value.Fields.EMPTY)))
                .toList();
        return new Order(summary, lines, draft.history(), draft.custom());
    }

    /** Returns the request that a draft order stands for. */
    static OrderDraft wish(Order draft) {
        var summary = draft.summary();
        return new OrderDraft(
                summary.parties().seller().id(),
                summary.parties().buyer().id(),
                summary.totals().total().currency(),
                draft.lines().stream()
                        .map(line -> new OrderDraft.Line(line.sku(), line.ordered()))
                        .toList(),
                null,
                summary.references(),
                Map.of());
    }

    private static List<Transition> history(OrderStatus status, Instant now) {
        var made = step(null, OrderStatus.DRAFT, now);
        return status == OrderStatus.DRAFT ? List.of(made) : List.of(made, step(OrderStatus.DRAFT, status, now));
    }

    private static Transition step(@Nullable OrderStatus from, OrderStatus to, Instant now) {
        var caller = TenantScope.caller();
        return new Transition(from, to, caller.member(), caller.name(), now, null);
    }
}
