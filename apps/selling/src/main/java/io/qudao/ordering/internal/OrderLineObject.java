package io.qudao.ordering.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.ListView;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.partner.Partners;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object {@code order_line}: the lines of an order, visible to everyone who may see the order. */
@Configuration(proxyBeanMethods = false)
class OrderLineObject {
    static final String NAME = "order_line";
    private static final String SCOPE = "order_line_parties";

    /** The inner alias hides the outer one, so that the same condition on orders can be used. */
    @SuppressWarnings("InlineFormatString")
    private static final String IN_ORDERS =
            "(r.tenant_id, r.order_id) in" + " (select r.tenant_id, r.id from apps.sales_order r where %s)";

    @Bean
    static StandardObject orderLine() {
        return StandardObject.of(NAME, Label.of("Order line", "订单行", "訂單明細"), Label.of("Order lines", "订单行", "訂單明細"))
                .table("apps.order_line", SCOPE, "t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1")
                .shownTo("order_desk", "finance", "warehouse", "channel")
                .field("order", DataType.LOOKUP, Label.of("Order", "订单", "訂單"), field -> of(field, "order_id", "order"))
                .field("line_number", DataType.INTEGER, Label.of("Line", "行号", "項次"))
                .field("sku", DataType.LOOKUP, Label.of("SKU", "SKU", "SKU"), field -> of(field, "sku_id", "sku"))
                .field("sku_code", DataType.TEXT, Label.of("SKU code", "SKU 编码", "SKU 代碼"))
                .field("sku_name", DataType.TEXT, Label.of("SKU name", "SKU 名称", "SKU 名稱"))
                .field("quantity", DataType.INTEGER, Label.of("Quantity", "数量", "數量"))
                .field("unit", DataType.TEXT, Label.of("Unit", "单位", "單位"))
                .field("base_quantity", DataType.INTEGER, Label.of("Base units", "基本单位数量", "基本單位數量"))
                .field("unit_price", DataType.DECIMAL, Label.of("Unit price", "单价", "單價"), field -> field.digits(18, 6))
                .field("net", DataType.DECIMAL, Label.of("Net", "金额", "金額"), field -> field.digits(18, 4))
                .field("shipped", DataType.INTEGER, Label.of("Shipped", "已发", "已出貨"))
                .field("cancelled", DataType.INTEGER, Label.of("Cancelled", "已取消", "已取消"))
                .field("open", DataType.INTEGER, Label.of("Open", "未发", "未出貨"))
                .nameField("sku_name")
                .listView(new ListView(
                        NAME,
                        "all",
                        Label.of("All order lines", "全部订单行", "全部訂單明細"),
                        List.of("order", "line_number", "sku_code", "sku_name", "quantity", "unit", "net"),
                        null,
                        List.of()))
                .build();
    }

    @Bean
    static RowScope orderLineScope(Partners partners) {
        return new RowScope() {
            @Override
            public String name() {
                return SCOPE;
            }

            @Override
            public SqlFragment predicate(Caller caller) {
                var orders = partners.reach().rows("seller_id", "buyer_id");
                return new SqlFragment(IN_ORDERS.formatted(orders.sql()), orders.parameters());
            }
        };
    }

    private static FieldBuilder of(FieldBuilder field, String column, String object) {
        return field.column(column).to(object).filterable();
    }
}
