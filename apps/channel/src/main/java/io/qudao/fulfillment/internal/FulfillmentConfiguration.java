package io.qudao.fulfillment.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.fulfillment.ShipmentStatus;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.partner.Partners;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the tables of the module and its object. */
@Configuration(proxyBeanMethods = false)
class FulfillmentConfiguration {
    static final String SHIPMENT = "shipment";
    private static final String SCOPE = "shipment_parties";

    @Bean
    static ModulePermissions shippingPermissions() {
        return ModulePermissions.of("order.ship", "order.receive");
    }

    @Bean
    static ModuleSchema fulfillmentSchema() {
        return new ModuleSchema("apps", "fulfillment", 160);
    }

    @Bean
    static StandardObject shipmentObject() {
        return StandardObject.of(SHIPMENT, Label.of("Shipment", "发货单", "出貨單"), Label.of("Shipments", "发货单", "出貨單"))
                .table("apps.shipment", SCOPE, "t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1")
                .ownedBy("shipped_by", "seller_id", "buyer_id")
                .shownTo("order_desk", "finance", "warehouse")
                .field(
                        "number",
                        DataType.TEXT,
                        Label.of("Number", "单号", "單號"),
                        field -> field.unique().filterable())
                .field("order", DataType.LOOKUP, Label.of("Order", "订单", "訂單"), field -> of(field, "order_id", "order"))
                .field(
                        "seller",
                        DataType.LOOKUP,
                        Label.of("Seller", "卖方", "賣方"),
                        field -> of(field, "seller_id", "partner"))
                .field(
                        "buyer",
                        DataType.LOOKUP,
                        Label.of("Buyer", "买方", "買方"),
                        field -> of(field, "buyer_id", "partner"))
                .field(
                        "warehouse",
                        DataType.LOOKUP,
                        Label.of("Warehouse", "仓库", "倉庫"),
                        field -> of(field, "warehouse_id", "warehouse"))
                .field("status", DataType.PICKLIST, Label.of("Status", "状态", "狀態"), FulfillmentConfiguration::statuses)
                .field("carrier", DataType.TEXT, Label.of("Carrier", "承运商", "貨運公司"))
                .field("tracking", DataType.TEXT, Label.of("Tracking number", "运单号", "託運單號"))
                .field("shipped_at", DataType.DATE_TIME, Label.of("Shipped at", "发货时间", "出貨時間"))
                .field("received_at", DataType.DATE_TIME, Label.of("Received at", "收货时间", "收貨時間"))
                .nameField("number")
                .build();
    }

    /** A shipment is visible to its seller, its buyer and the partners above them. */
    @Bean
    static RowScope shipmentScope(Partners partners) {
        return new RowScope() {
            @Override
            public String name() {
                return SCOPE;
            }

            @Override
            public SqlFragment predicate(Caller caller) {
                return partners.reach().rows("seller_id", "buyer_id");
            }
        };
    }

    private static FieldBuilder of(FieldBuilder field, String column, String object) {
        return field.column(column).to(object).filterable();
    }

    private static FieldBuilder statuses(FieldBuilder field) {
        return field.option(ShipmentStatus.SHIPPED.name(), Label.of("On the way", "运输中", "運送中"))
                .option(ShipmentStatus.RECEIVED.name(), Label.of("Received", "已收货", "已收貨"))
                .filterable();
    }
}
