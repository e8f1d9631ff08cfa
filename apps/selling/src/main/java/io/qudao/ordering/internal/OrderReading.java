package io.qudao.ordering.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Value;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderState;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Orders.OrderSums;
import io.qudao.ordering.Transition;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.record.HiddenFields;
import io.qudao.record.OwnFields;
import io.qudao.sql.SqlCondition;
import io.qudao.sql.SqlText;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders by SQL for their two parties and the partners above them. */
@Component
class OrderReading {
    private static final String LOCK = " for no key update";
    private static final Set<OrderState> NOT_STANDING =
            EnumSet.of(OrderState.DRAFT, OrderState.REJECTED, OrderState.CANCELLED);

    private static final String SUMS = """
            select effective_status, currency, count(*) as orders, sum(line_count) as lines, sum(base_units) as units,
                sum(total) as total
            from apps.sales_order where tenant_id = :tenant and\s""";

    private final TenantSql sql;
    private final Partners partners;
    private final OwnFields own;
    private final HiddenFields hidden;

    OrderReading(TenantSql sql, Partners partners, OwnFields own, HiddenFields hidden) {
        this.sql = sql;
        this.partners = partners;
        this.own = own;
        this.hidden = hidden;
    }

    Order get(OrderId id) {
        return whole(head(id, ""));
    }

    /**
     * Returns the order under its row lock with everything a response contains, so that a change need not read it
     * again.
     */
    Order lock(OrderId id) {
        return whole(head(id, LOCK));
    }

    /** Returns the order under its row lock without the names of its parties, its history and its own fields. */
    Order lockGoods(OrderId id) {
        var head = head(id, LOCK);
        return new Order(head, lines(head), List.of(), Value.Fields.EMPTY);
    }

    /** Locks the row of an order without checking who may read it. */
    void lockRow(OrderId id) {
        sql.sql("select id from apps.sales_order where tenant_id = :tenant and id = :id" + LOCK)
                .set("id", id.value())
                .ids();
    }

    /** Reads from the newest order down and stops at the end of the page, so a broad search is a short one. */
    Slice<OrderSummary> list(OrderQuery query) {
        var text = query.text();
        var buyers = named(text);
        var page = sql.sql(OrderRows.ORDER + " and " + own(query.side()) + " " + """
                         and (cardinality(:states) = 0 or effective_status = any (:states))
                         and (:text::text is null or\s""" + occurs() + " or " + buyers.text()
                        + """
                              )
                         and (:before::uuid is null or id < :before::uuid)
                         order by id desc limit :limit
                        """)
                .set("partner", TenantScope.caller().requirePartner())
                .array("states", "text", query.states())
                .setAll(buyers)
                .set("text", text == null ? null : TextForm.ofCode(text))
                .set("before", Keyset.before(query.cursor()))
                .slice(
                        query.limit(),
                        OrderRows::summary,
                        order -> List.of(order.id().value().toString()));
        var names = names(page.items());
        return page.map(order -> order.named(names));
    }

    private String occurs() {
        return SqlText.occursIn(hidden.shown(OrderCommitments.OBJECT, "sales_order", "number", "external_number"));
    }

    /** Returns the condition on the buyer's name or code, if the caller may list partners. */
    private SqlCondition named(@Nullable String text) {
        return text == null
                        || text.isBlank()
                        || !TenantScope.caller().may("partner.read")
                        || hidden.hides("order.buyer")
                ? SqlCondition.NEVER
                : partners.named("buyer_id", text);
    }

    Map<OrderState, Long> counts(OrderQuery.Side side) {
        return byState(sums(own(side)));
    }

    OrderSums sums() {
        var rows = sums(own(OrderQuery.Side.SELL));
        var standing =
                rows.stream().filter(row -> !NOT_STANDING.contains(row.state())).toList();
        var amounts = standing.stream()
                .map(Sum::total)
                .collect(Collectors.toMap(
                        money -> money.currency().value(), Function.identity(), Money::plus, TreeMap::new));
        return new OrderSums(
                standing.stream().mapToLong(Sum::orders).sum(),
                standing.stream().mapToLong(Sum::lines).sum(),
                standing.stream().mapToLong(Sum::units).sum(),
                List.copyOf(amounts.values()),
                byState(rows));
    }

    private OrderSummary head(OrderId id, String lock) {
        return sql.sql(OrderRows.ORDER + " and id = :id" + lock)
                .set("id", id.value())
                .optional(OrderRows::summary)
                .filter(this::mayRead)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private Order whole(OrderSummary head) {
        return new Order(
                head.named(names(List.of(head))),
                linesWithOwnFields(head),
                transitions(head.id()),
                own.of(OrderCommitments.OBJECT, head.id().value()));
    }

    /** Returns the order with its current own fields and those of its lines. */
    Order withOwnFields(Order order) {
        return order.with(own.of(OrderCommitments.OBJECT, order.id().value()))
                .with(linesWithOwnFields(order.summary()));
    }

    private List<OrderLine> lines(OrderSummary head) {
        var currency = head.totals().total().currency();
        return sql.sql(OrderRows.LINES).set("id", head.id().value()).list(row -> OrderRows.line(row, currency));
    }

    private List<OrderLine> linesWithOwnFields(OrderSummary head) {
        var currency = head.totals().total().currency();
        var lines = new LinkedHashMap<UUID, OrderLine>();
        sql.sql(OrderRows.LINES)
                .set("id", head.id().value())
                .list(row -> Map.entry(row.uuid("id"), OrderRows.line(row, currency)))
                .forEach(line -> lines.put(line.getKey(), line.getValue()));
        var fields = own.ofParts(OrderLineObject.NAME, lines.keySet());
        return lines.entrySet().stream()
                .map(line -> line.getValue().with(fields.getOrDefault(line.getKey(), Value.Fields.EMPTY)))
                .toList();
    }

    private List<Transition> transitions(OrderId id) {
        return sql.sql(OrderRows.TRANSITIONS).set("id", id.value()).list(OrderRows::transition);
    }

    private boolean mayRead(OrderSummary order) {
        var reach = partners.reach();
        return reach.covers(order.parties().seller().id())
                || reach.covers(order.parties().buyer().id());
    }

    /** Returns the sums of one side by state and currency. */
    private List<Sum> sums(String condition) {
        return sql.sql(SUMS + condition + " group by effective_status, currency")
                .set("partner", TenantScope.caller().requirePartner())
                .list(row -> new Sum(
                        row.choice("effective_status", OrderState.class),
                        row.number("orders"),
                        row.number("lines"),
                        row.number("units"),
                        row.money("total", row.currency("currency"))));
    }

    private static Map<OrderState, Long> byState(List<Sum> sums) {
        var counts = new EnumMap<OrderState, Long>(OrderState.class);
        sums.forEach(sum -> counts.merge(sum.state(), sum.orders(), Long::sum));
        return counts;
    }

    private static String own(OrderQuery.Side side) {
        return switch (side) {
            case BUY -> "buyer_id = :partner";
            case SELL -> "seller_id = :partner";
        };
    }

    private Map<PartnerId, String> names(Collection<OrderSummary> orders) {
        var ids = new HashSet<PartnerId>();
        for (OrderSummary order : orders) {
            ids.add(order.parties().seller().id());
            ids.add(order.parties().buyer().id());
        }
        return partners.byIds(ids).values().stream().collect(Collectors.toMap(Partner::id, Partner::name));
    }

    private record Sum(OrderState state, long orders, long lines, long units, Money total) {}
}
