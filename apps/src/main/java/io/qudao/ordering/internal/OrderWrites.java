package io.qudao.ordering.internal;

import io.qudao.kernel.Money;
import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderStatus;
import io.qudao.record.OwnFields;
import io.qudao.tenancy.TenantScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Orders into SQL: an order, its lines and its first steps are one statement. */
@Component
class OrderWrites {
    private static final String LINES = """
            lines as (
                insert into apps.order_line (tenant_id, order_id, line_number, sku_id, sku_code, sku_name, unit, numerator,
                    denominator, quantity, base_quantity, price_list_id, price_entry_id, price_version, unit_price, net, trace)
                select :tenant, :id, * from unnest(:numbers, :skus, :codes, :names, :units, :numerators, :denominators,
                    :quantities, :bases, :lists, :entries, :versions, :prices, :nets, :traces))
            """;

    private static final String INSERT = "with " + LINES + """
            , steps as (
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

    private final JdbcClient jdbc;
    private final OwnFields own;

    OrderWrites(JdbcClient jdbc, OwnFields own) {
        this.jdbc = jdbc;
        this.own = own;
    }

    /** Claims a key for this order; the order that has it otherwise. Who comes second waits for what becomes of the first. */
    Optional<Claimed> claim(String key, OrderId order, byte[] fingerprint) {
        var caller = TenantScope.caller();
        int claimed = jdbc.sql("""
                        insert into apps.order_key (tenant_id, member_id, key, order_id, fingerprint) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(caller.tenant().id().value(), caller.member(), key, order.value(), fingerprint)
                .update();
        return claimed > 0
                ? Optional.empty()
                : jdbc.sql(
                                "select order_id, fingerprint from apps.order_key where tenant_id = ? and member_id = ? and key = ?")
                        .params(caller.tenant().id().value(), caller.member(), key)
                        .query((row, number) -> new Claimed(
                                new OrderId(row.getObject("order_id", UUID.class)),
                                isSame(row.getBytes("fingerprint"), fingerprint)))
                        .optional();
    }

    /** Answers the order with the tenant's own fields. */
    Order insert(Order order, PricedDraft priced, Instant now) {
        boolean submitted = order.status() == OrderStatus.SUBMITTED;
        var draft = priced.checked().draft();
        var account = priced.checked().account();
        lines(jdbc.sql(INSERT), order.id(), priced)
                .param("number", order.summary().number())
                .param("seller", draft.seller().value())
                .param("buyer", draft.buyer().value())
                .param("account", account.id().value())
                .param("warehouse", order.warehouse().value())
                .param("currency", account.currency().value())
                .param("status", order.status().name())
                .param("pricedAt", utc(priced.checked().at()))
                .param("mode", priced.mode().name())
                .param("total", priced.total().amount())
                .param("lines", priced.lines().size())
                .param("baseUnits", priced.units())
                .param("external", draft.externalNumber())
                .param("submittedAt", submitted ? utc(now) : null)
                .param("now", utc(now))
                .param("actor", TenantScope.caller().member())
                .param("actorName", TenantScope.caller().name())
                .param("sequences", array("int4", submitted ? List.of(1, 2) : List.of(1)))
                .param(
                        "froms",
                        new SqlArrayValue("text", submitted ? new Object[] {null, "DRAFT"} : new Object[] {null}))
                .param("tos", array("text", submitted ? List.of("DRAFT", "SUBMITTED") : List.of("DRAFT")))
                .update();
        return order.with(own.give(Promises.OBJECT, order.id().value(), CUSTOM, draft.custom()));
    }

    /** The tenant's rules on the order as it stands now. */
    void requireRules(OrderId id) {
        own.check(Promises.OBJECT, id.value(), CUSTOM);
    }

    /** A draft's lines again, at the prices of now. */
    void reprice(OrderId id, PricedDraft priced) {
        jdbc.sql("delete from apps.order_line where tenant_id = ? and order_id = ?")
                .params(TenantScope.tenant().value(), id.value())
                .update();
        lines(jdbc.sql("with " + LINES + """
                        update apps.sales_order set total = :total, base_units = :baseUnits, price_mode = :mode,
                            priced_at = :pricedAt where tenant_id = :tenant and id = :id
                        """), id, priced)
                .param("total", priced.total().amount())
                .param("baseUnits", priced.units())
                .param("mode", priced.mode().name())
                .param("pricedAt", utc(priced.checked().at()))
                .update();
    }

    /** One listed step (O1), with who and why. */
    void step(OrderId id, OrderStatus from, OrderStatus to, @Nullable String reason, Instant now) {
        var caller = TenantScope.caller();
        jdbc.sql("""
                        with moved as (
                            update apps.sales_order set status = :to, updated_at = :now, version = version + 1,
                                submitted_at = case when :to = 'SUBMITTED' then :now else submitted_at end
                            where tenant_id = :tenant and id = :id)
                        insert into apps.order_transition (tenant_id, order_id, sequence, from_status, to_status, actor_id,
                            actor_name, at, reason)
                        select :tenant, :id, coalesce(max(sequence), 0) + 1, :from, :to, :actor, :actorName, :now, :reason
                        from apps.order_transition where tenant_id = :tenant and order_id = :id
                        """)
                .param("tenant", caller.tenant().id().value())
                .param("id", id.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("actor", caller.member())
                .param("actorName", caller.name())
                .param("now", utc(now))
                .param("reason", reason)
                .update();
    }

    void hold(OrderId id, @Nullable CreditHold hold) {
        jdbc.sql("update apps.sales_order set credit_hold = ?, version = version + 1 where tenant_id = ? and id = ?")
                .params(Arrays.asList(
                        HoldColumn.write(hold), TenantScope.tenant().value(), id.value()))
                .update();
    }

    void addShipped(OrderId id, Map<Integer, Long> goods) {
        jdbc.sql("""
                        update apps.order_line l set shipped = l.shipped + g.quantity
                        from unnest(:numbers, :quantities) as g (line_number, quantity)
                        where l.tenant_id = :tenant and l.order_id = :id and l.line_number = g.line_number
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("id", id.value())
                .param("numbers", array("int4", List.copyOf(goods.keySet())))
                .param("quantities", array("int8", List.copyOf(goods.values())))
                .update();
    }

    void cancelOpen(OrderId id) {
        jdbc.sql("""
                        update apps.order_line set cancelled = base_quantity - shipped
                        where tenant_id = ? and order_id = ?
                        """).params(TenantScope.tenant().value(), id.value()).update();
    }

    /** A key of a build that hashed what codes stood for has no fingerprint: it cannot be compared, and is trusted. */
    private static boolean isSame(byte @Nullable [] known, byte[] fingerprint) {
        return known == null || Arrays.equals(known, fingerprint);
    }

    private static StatementSpec lines(StatementSpec statement, OrderId id, PricedDraft priced) {
        var lines = priced.lines();
        var units = priced.checked().lines().stream()
                .map(line -> line.sku().unit(line.quantity().unit()).orElseThrow())
                .toList();
        return statement
                .param("tenant", TenantScope.tenant().value())
                .param("id", id.value())
                .param("numbers", column("int4", lines, OrderLine::number))
                .param("skus", column("uuid", lines, line -> line.sku().value()))
                .param("codes", column("text", lines, OrderLine::skuCode))
                .param("names", column("text", lines, OrderLine::skuName))
                .param("units", column("text", lines, line -> line.ordered().unit()))
                .param("numerators", column("int8", units, unit -> unit.numerator()))
                .param("denominators", column("int8", units, unit -> unit.denominator()))
                .param(
                        "quantities",
                        column("int8", lines, line -> line.ordered().value()))
                .param("bases", column("int8", lines, OrderLine::base))
                .param(
                        "lists",
                        column("uuid", lines, line -> line.price().list().value()))
                .param(
                        "entries",
                        column("uuid", lines, line -> line.price().entry().value()))
                .param("versions", column("int8", lines, line -> line.price().version()))
                .param(
                        "prices",
                        column("numeric", lines, line -> amount(line.price().unit())))
                .param("nets", column("numeric", lines, line -> amount(line.net())))
                .param("traces", column("text", lines, line -> line.price().trace()));
    }

    private static Object amount(Money money) {
        return money.amount();
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    private static SqlArrayValue array(String type, List<?> values) {
        return new SqlArrayValue(type, values.toArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Who has a key already, and whether it was for the same body. */
    record Claimed(OrderId order, boolean sameBody) {}
}
