package io.qudao.ordering.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.Transition;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.SqlStatement;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes orders by SQL: an order, its lines and its first steps are one statement. {@link OrderRows} does the reverse.
 */
@Component
class OrderWrites {
    private static final String LINES = """
            insert into apps.order_line (tenant_id, order_id, line_number, sku_id, sku_code, sku_name, unit, numerator,
                denominator, quantity, base_quantity, price_list_id, price_entry_id, price_version, unit_price, net, trace)
            select :tenant, :id, * from unnest(:numbers, :skus, :codes, :names, :units, :numerators, :denominators,
                :quantities, :bases, :lists, :entries, :versions, :prices, :nets, :traces)
            """;

    private static final String INSERT = "with lines as (" + LINES + """
            ), steps as (
                insert into apps.order_transition (tenant_id, order_id, sequence, from_status, to_status, actor_id,
                    actor_name, at)
                select :tenant, :id, n, f, t, :actor, :actorName, :now
                from unnest(:sequences, :froms, :tos) as s (n, f, t))
            insert into apps.sales_order (tenant_id, id, number, seller_id, buyer_id, account_id, warehouse_id, currency,
                status, priced_at, price_mode, total, line_count, base_units, external_number, submitted_at, created_at,
                created_by, updated_at)
            values (:tenant, :id, :number, :seller, :buyer, :account, :warehouse, :currency, :status, :pricedAt, :mode,
                :total, :lines, :baseUnits, :external, :submittedAt, :now, :actor, :now)
            """;

    private static final String CUSTOM = "custom.";

    private final TenantSql sql;
    private final StandardRecords records;
    private final OrderLineRecords orderLines;

    OrderWrites(TenantSql sql, StandardRecords records, OrderLineRecords orderLines) {
        this.sql = sql;
        this.records = records;
        this.orderLines = orderLines;
    }

    /** Writes a new order with the tenant's own fields, and those of its lines. */
    Order insert(Order order, PricedDraft priced) {
        var summary = order.summary();
        var parties = summary.parties();
        boolean submitted = order.status() == OrderStatus.SUBMITTED;
        var steps = order.history();
        lines(sql.sql(INSERT), order, priced)
                .set("number", summary.number())
                .set("seller", parties.seller().id().value())
                .set("buyer", parties.buyer().id().value())
                .set("account", parties.account().value())
                .set("warehouse", parties.warehouse().value())
                .set("currency", summary.totals().total().currency())
                .set("status", order.status())
                .set("lines", summary.totals().lines())
                .set("external", summary.references().externalNumber())
                .set("submittedAt", submitted ? summary.createdAt() : null)
                .set("now", summary.createdAt())
                .set("actor", TenantScope.caller().member())
                .set("actorName", TenantScope.caller().name())
                .array(
                        "sequences",
                        "int4",
                        IntStream.rangeClosed(1, steps.size()).boxed().toList())
                .array("froms", "text", steps, Transition::from)
                .array("tos", "text", steps, Transition::to)
                .update();
        var draft = priced.checked().draft();
        var own = new Value.Fields(new LinkedHashMap<>(draft.custom()));
        var wrong = orderLines.added(order.id(), draft.lines());
        return order.with(created(written(order.id()).with(own, CUSTOM), wrong));
    }

    /** @param wrong what is wrong with the lines, which is reported together with what is wrong with the order */
    private Value.Fields created(Written order, List<Violation> wrong) {
        var own = Value.Fields.EMPTY;
        var all = new ArrayList<>(wrong);
        try {
            own = records.created(OrderCommitments.OBJECT, order);
        } catch (ProblemException refused) {
            if (refused.problem() != RecordProblem.INVALID) {
                throw refused;
            }
            all.addAll(refused.violations());
        }
        ProblemException.failIfAny(RecordProblem.INVALID, all);
        return own;
    }

    /** Submits a draft with the current prices of its lines, and with these own fields. */
    Transition submit(Order repriced, PricedDraft priced, Map<String, Value> custom, Instant now) {
        var submitted = written(repriced.id())
                .with(new Value.Fields(new LinkedHashMap<>(custom)), CUSTOM)
                .completed();
        return records.changed(OrderCommitments.OBJECT, submitted, () -> {
            reprice(repriced, priced);
            return move(repriced, OrderStatus.SUBMITTED, null, now);
        });
    }

    /** Updates prices in the existing line rows, so that they keep the tenant's own fields. */
    private void reprice(Order repriced, PricedDraft priced) {
        orderLines.changed(
                repriced.id(),
                () -> lines(sql.sql("with lines as (" + LINES + """
                        on conflict (tenant_id, order_id, line_number) do update
                        set sku_code = excluded.sku_code, sku_name = excluded.sku_name, numerator = excluded.numerator,
                            denominator = excluded.denominator, base_quantity = excluded.base_quantity,
                            price_list_id = excluded.price_list_id, price_entry_id = excluded.price_entry_id,
                            price_version = excluded.price_version, unit_price = excluded.unit_price, net = excluded.net,
                            trace = excluded.trace, version = order_line.version + 1)
                        update apps.sales_order set total = :total, base_units = :baseUnits, price_mode = :mode,
                            priced_at = :pricedAt where tenant_id = :tenant and id = :id
                        """), repriced, priced)
                        .update());
    }

    /** Writes one step of an order (O1), with who took it and why. */
    Transition step(Order order, OrderStatus to, @Nullable String reason, Instant now) {
        return records.changed(OrderCommitments.OBJECT, written(order.id()), () -> move(order, to, reason, now));
    }

    /** Whatever the next step is, a credit hold ends with it. */
    private Transition move(Order order, OrderStatus to, @Nullable String reason, Instant now) {
        var caller = TenantScope.caller();
        sql.sql("""
                        with moved as (
                            update apps.sales_order set status = :to, updated_at = :now, version = version + 1,
                                submitted_at = case when :to = 'SUBMITTED' then :now else submitted_at end,
                                held_exposure = null, held_limit = null, held_over = null
                            where tenant_id = :tenant and id = :id)
                        insert into apps.order_transition (tenant_id, order_id, sequence, from_status, to_status, actor_id,
                            actor_name, at, reason)
                        select :tenant, :id, coalesce(max(sequence), 0) + 1, :from, :to, :actor, :actorName, :now, :reason
                        from apps.order_transition where tenant_id = :tenant and order_id = :id
                        """)
                .set("id", order.id().value())
                .set("from", order.status())
                .set("to", to)
                .set("actor", caller.member())
                .set("actorName", caller.name())
                .set("now", now)
                .set("reason", reason)
                .update();
        return new Transition(order.status(), to, caller.member(), caller.name(), now, reason);
    }

    void hold(OrderId id, @Nullable CreditHold hold) {
        records.changed(
                OrderCommitments.OBJECT,
                written(id),
                () -> sql.sql("""
                        update apps.sales_order set held_exposure = :exposure, held_limit = :limit, held_over = :over,
                            version = version + 1
                        where tenant_id = :tenant and id = :id
                        """)
                        .set("exposure", hold == null ? null : hold.exposure())
                        .set("limit", hold == null ? null : hold.limit())
                        .set("over", hold == null ? null : hold.over())
                        .set("id", id.value())
                        .update());
    }

    private static Written written(OrderId id) {
        return Written.of(id.value()).with(Value.Fields.EMPTY, CUSTOM);
    }

    void addShipped(OrderId id, Map<Integer, Long> goods) {
        orderLines.changed(
                id,
                () -> sql.sql("""
                        update apps.order_line l set shipped = l.shipped + g.quantity, version = l.version + 1
                        from unnest(:numbers, :quantities) as g (line_number, quantity)
                        where l.tenant_id = :tenant and l.order_id = :id and l.line_number = g.line_number
                        """)
                        .set("id", id.value())
                        .array("numbers", "int4", goods.keySet())
                        .array("quantities", "int8", goods.values())
                        .update());
    }

    void cancelOpen(OrderId id) {
        orderLines.changed(id, () -> sql.sql("""
                        update apps.order_line set cancelled = base_quantity - shipped, version = version + 1
                        where tenant_id = :tenant and order_id = :id
                        """).set("id", id.value()).update());
    }

    private static SqlStatement lines(SqlStatement statement, Order order, PricedDraft priced) {
        var lines = order.lines();
        var units = priced.checked().lines().stream()
                .map(line -> line.sku().unit(line.quantity().unit()).orElseThrow())
                .toList();
        return statement
                .set("id", order.id().value())
                .set("pricedAt", order.summary().pricedAt())
                .set("mode", priced.mode())
                .set("total", order.summary().totals().total())
                .set("baseUnits", order.summary().totals().units())
                .array("numbers", "int4", lines, OrderLine::number)
                .array("skus", "uuid", lines, line -> line.sku().value())
                .array("codes", "text", lines, OrderLine::skuCode)
                .array("names", "text", lines, OrderLine::skuName)
                .array("units", "text", lines, line -> line.ordered().unit())
                .array("numerators", "int8", units, unit -> unit.numerator())
                .array("denominators", "int8", units, unit -> unit.denominator())
                .array("quantities", "int8", lines, line -> line.ordered().value())
                .array("bases", "int8", lines, OrderLine::base)
                .array("lists", "uuid", lines, line -> line.price().list().value())
                .array("entries", "uuid", lines, line -> line.price().entry().value())
                .array("versions", "int8", lines, line -> line.price().version())
                .array("prices", "numeric", lines, line -> line.price().unit())
                .array("nets", "numeric", lines, OrderLine::net)
                .array("traces", "text", lines, line -> line.price().trace());
    }
}
