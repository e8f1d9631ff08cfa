package io.qudao.ordering.internal;

import io.qudao.catalog.SkuId;
import io.qudao.inventory.WarehouseId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Value;
import io.qudao.ordering.CreditHold;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderParties;
import io.qudao.ordering.OrderParties.Party;
import io.qudao.ordering.OrderReferences;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.OrderTotals;
import io.qudao.ordering.Transition;
import io.qudao.partner.AccountId;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import io.qudao.sql.SqlRow;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts rows to orders; {@link OrderWrites} does the reverse. */
final class OrderRows {
    static final String ORDER = """
            select id, number, seller_id, buyer_id, account_id, warehouse_id, currency, status, held_exposure, held_limit,
                   held_over, priced_at, created_at, total, line_count, base_units, external_number, version
            from apps.sales_order where tenant_id = :tenant
            """;

    static final String LINES = """
            select id, line_number, sku_id, sku_code, sku_name, unit, quantity, base_quantity, price_list_id, price_entry_id,
                   price_version, unit_price, net, trace, shipped, cancelled
            from apps.order_line where tenant_id = :tenant and order_id = :id order by line_number
            """;

    static final String TRANSITIONS = """
            select from_status, to_status, actor_id, actor_name, at, reason
            from apps.order_transition where tenant_id = :tenant and order_id = :id order by sequence
            """;

    private OrderRows() {}

    static OrderSummary summary(SqlRow row) throws SQLException {
        var currency = row.currency("currency");
        return new OrderSummary(
                row.id("id", OrderId::new),
                row.text("number"),
                row.choice("status", OrderStatus.class),
                hold(row, currency),
                new OrderParties(
                        Party.of(row.id("seller_id", PartnerId::new)),
                        Party.of(row.id("buyer_id", PartnerId::new)),
                        row.id("account_id", AccountId::new),
                        row.id("warehouse_id", WarehouseId::new)),
                new OrderTotals(row.money("total", currency), row.count("line_count"), row.number("base_units")),
                new OrderReferences(row.optionalText("external_number")),
                row.instant("priced_at"),
                row.instant("created_at"),
                row.count("version"),
                Set.of());
    }

    static OrderLine line(SqlRow row, CurrencyCode currency) throws SQLException {
        return new OrderLine(
                row.count("line_number"),
                row.id("sku_id", SkuId::new),
                row.text("sku_code"),
                row.text("sku_name"),
                row.quantity("quantity", "unit"),
                row.number("base_quantity"),
                new OrderLine.Price(
                        row.money("unit_price", currency),
                        row.id("price_list_id", PriceListId::new),
                        row.id("price_entry_id", PriceEntryId::new),
                        row.number("price_version"),
                        row.text("trace")),
                row.money("net", currency),
                row.number("shipped"),
                row.number("cancelled"),
                Value.Fields.EMPTY);
    }

    static Transition transition(SqlRow row) throws SQLException {
        return new Transition(
                row.optionalChoice("from_status", OrderStatus.class),
                row.choice("to_status", OrderStatus.class),
                row.uuid("actor_id"),
                row.text("actor_name"),
                row.instant("at"),
                row.optionalText("reason"));
    }

    private static @Nullable CreditHold hold(SqlRow row, CurrencyCode currency) throws SQLException {
        var over = row.optionalMoney("held_over", currency);
        return over == null
                ? null
                : new CreditHold(row.money("held_exposure", currency), row.money("held_limit", currency), over);
    }
}
