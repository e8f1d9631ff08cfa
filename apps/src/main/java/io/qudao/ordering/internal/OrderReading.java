package io.qudao.ordering.internal;

import io.qudao.catalog.SkuId;
import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Orders.OrderSums;
import io.qudao.ordering.Transition;
import io.qudao.partner.AccountId;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import io.qudao.record.OwnFields;
import io.qudao.tenancy.TenantScope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Orders out of SQL, for their two parties and those above them. */
@Component
class OrderReading {
    private static final String HEAD = """
            select id, number, seller_id, buyer_id, account_id, warehouse_id, currency, status, credit_hold, priced_at,
                   created_at, total, line_count, base_units, external_number, version
            from apps.sales_order where tenant_id = :tenant
            """;

    private static final String SUMS = """
            select status, count(*) as orders, sum(line_count) as lines, sum(base_units) as units, sum(total) as total
            from apps.sales_order where tenant_id = :tenant and\s""";

    private final JdbcClient jdbc;
    private final Partners partners;
    private final OwnFields own;

    OrderReading(JdbcClient jdbc, Partners partners, OwnFields own) {
        this.jdbc = jdbc;
        this.partners = partners;
        this.own = own;
    }

    Order get(OrderId id) {
        var head = head(id, "");
        return new Order(
                head.summary(names(List.of(head))),
                new WarehouseId(head.warehouse()),
                lines(head),
                of(id, "select * from apps.order_transition where tenant_id = ? and order_id = ? order by sequence")
                        .query((row, number) -> transition(row))
                        .list(),
                own.of(Promises.OBJECT, id.value()));
    }

    /**
     * The order under its row lock: every change of an order starts here. Without what only an answer needs: the names of
     * its parties, its history and its own fields.
     */
    Order lock(OrderId id) {
        var head = head(id, " for no key update");
        return new Order(
                head.summary(Map.of()), new WarehouseId(head.warehouse()), lines(head), List.of(), Value.Fields.EMPTY);
    }

    Slice<OrderSummary> list(OrderQuery query) {
        var rows = jdbc.sql(HEAD + " and " + own(query.side()) + """
                         and (cardinality(:statuses) = 0 or status = any (:statuses))
                         and (not :heldOnly or credit_hold is not null)
                         and (:text::text is null or number = :text or external_number = :text)
                         and (:before::uuid is null or id < :before::uuid)
                         order by id desc limit :limit
                        """)
                .param("tenant", TenantScope.tenant().value())
                .param("partner", TenantScope.caller().requirePartner())
                .param("statuses", new SqlArrayValue("text", names(query.statuses())))
                .param("heldOnly", query.heldOnly())
                .param("text", query.text())
                .param("before", query.cursor())
                .param("limit", query.limit() + 1)
                .query((row, number) -> Head.of(row))
                .list();
        boolean more = rows.size() > query.limit();
        var page = more ? rows.subList(0, query.limit()) : rows;
        var named = names(page);
        return new Slice<>(
                page.stream().map(head -> head.summary(named)).toList(),
                more ? page.getLast().id().toString() : null);
    }

    Map<OrderStatus, Long> counts(OrderQuery.Side side) {
        return byStatus(sums(own(side)));
    }

    OrderSums sums() {
        var rows = sums(own(OrderQuery.Side.SELL));
        var standing = rows.stream()
                .filter(row -> !Set.of(OrderStatus.DRAFT, OrderStatus.REJECTED, OrderStatus.CANCELLED)
                        .contains(row.status()))
                .toList();
        return new OrderSums(
                standing.stream().mapToLong(Sum::orders).sum(),
                standing.stream().mapToLong(Sum::lines).sum(),
                standing.stream().mapToLong(Sum::units).sum(),
                new Money(
                        standing.stream()
                                .map(Sum::total)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .stripTrailingZeros(),
                        TenantScope.caller().tenant().currency()),
                byStatus(rows));
    }

    private Head head(OrderId id, String lock) {
        return jdbc.sql(HEAD + " and id = :id" + lock)
                .param("tenant", TenantScope.tenant().value())
                .param("id", id.value())
                .query((row, number) -> Head.of(row))
                .optional()
                .filter(this::mayRead)
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    private List<OrderLine> lines(Head head) {
        String sql = "select * from apps.order_line where tenant_id = ? and order_id = ? order by line_number";
        return of(new OrderId(head.id()), sql)
                .query((row, number) -> line(row, head.currency()))
                .list();
    }

    private StatementSpec of(OrderId id, String sql) {
        return jdbc.sql(sql).params(TenantScope.tenant().value(), id.value());
    }

    private boolean mayRead(Head head) {
        var reach = partners.reach();
        return reach.covers(new PartnerId(head.seller())) || reach.covers(new PartnerId(head.buyer()));
    }

    private List<Sum> sums(String condition) {
        return jdbc.sql(SUMS + condition + " group by status")
                .param("tenant", TenantScope.tenant().value())
                .param("partner", TenantScope.caller().requirePartner())
                .query((row, number) -> new Sum(
                        OrderStatus.valueOf(row.getString("status")),
                        row.getLong("orders"),
                        row.getLong("lines"),
                        row.getLong("units"),
                        row.getBigDecimal("total")))
                .list();
    }

    private static Map<OrderStatus, Long> byStatus(List<Sum> sums) {
        var counts = new EnumMap<OrderStatus, Long>(OrderStatus.class);
        sums.forEach(sum -> counts.put(sum.status(), sum.orders()));
        return counts;
    }

    private static String own(OrderQuery.Side side) {
        return switch (side) {
            case BUY -> "buyer_id = :partner";
            case SELL -> "seller_id = :partner";
        };
    }

    private static Object[] names(Set<OrderStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray();
    }

    private Map<PartnerId, Partner> names(List<Head> heads) {
        var ids = new HashSet<PartnerId>();
        heads.forEach(head -> ids.addAll(List.of(new PartnerId(head.seller()), new PartnerId(head.buyer()))));
        return partners.byIds(ids);
    }

    private static OrderLine line(ResultSet row, CurrencyCode currency) throws SQLException {
        return new OrderLine(
                row.getInt("line_number"),
                new SkuId(row.getObject("sku_id", UUID.class)),
                row.getString("sku_code"),
                row.getString("sku_name"),
                new Quantity(row.getLong("quantity"), row.getString("unit")),
                row.getLong("base_quantity"),
                new OrderLine.Price(
                        money(row.getBigDecimal("unit_price"), currency),
                        new PriceListId(row.getObject("price_list_id", UUID.class)),
                        new PriceEntryId(row.getObject("price_entry_id", UUID.class)),
                        row.getLong("price_version"),
                        row.getString("trace")),
                money(row.getBigDecimal("net"), currency),
                row.getLong("shipped"),
                row.getLong("cancelled"));
    }

    private static Transition transition(ResultSet row) throws SQLException {
        String from = row.getString("from_status");
        return new Transition(
                from == null ? null : OrderStatus.valueOf(from),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                instant(row, "at"),
                row.getString("reason"));
    }

    private static Money money(BigDecimal amount, CurrencyCode currency) {
        return new Money(amount.stripTrailingZeros(), currency);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Sum(OrderStatus status, long orders, long lines, long units, BigDecimal total) {}

    /** A row of the table, before its partners have names. */
    private record Head(
            UUID id,
            String number,
            UUID seller,
            UUID buyer,
            UUID account,
            UUID warehouse,
            CurrencyCode currency,
            OrderStatus status,
            @Nullable CreditHold creditHold,
            Instant pricedAt,
            Instant createdAt,
            Money total,
            int lines,
            long units,
            @Nullable String external,
            int version) {
        static Head of(ResultSet row) throws SQLException {
            var currency = new CurrencyCode(row.getString("currency"));
            return new Head(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getObject("seller_id", UUID.class),
                    row.getObject("buyer_id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    row.getObject("warehouse_id", UUID.class),
                    currency,
                    OrderStatus.valueOf(row.getString("status")),
                    HoldColumn.read(row.getString("credit_hold"), currency),
                    instant(row, "priced_at"),
                    instant(row, "created_at"),
                    money(row.getBigDecimal("total"), currency),
                    row.getInt("line_count"),
                    row.getLong("base_units"),
                    row.getString("external_number"),
                    row.getInt("version"));
        }

        OrderSummary summary(Map<PartnerId, Partner> named) {
            return new OrderSummary(
                    new OrderId(id),
                    number,
                    new PartnerId(seller),
                    name(named, seller),
                    new PartnerId(buyer),
                    name(named, buyer),
                    new AccountId(account),
                    status,
                    creditHold,
                    pricedAt,
                    createdAt,
                    total,
                    lines,
                    units,
                    external,
                    version);
        }

        private static String name(Map<PartnerId, Partner> named, UUID partner) {
            return Optional.ofNullable(named.get(new PartnerId(partner)))
                    .map(Partner::name)
                    .orElse("");
        }
    }
}
