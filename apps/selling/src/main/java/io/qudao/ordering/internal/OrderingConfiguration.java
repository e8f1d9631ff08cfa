package io.qudao.ordering.internal;

import static java.util.Map.entry;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.ordering.OrderState;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import io.qudao.tenancy.TenantWork;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the object {@code order}, the tables, and the background work. */
@Configuration(proxyBeanMethods = false)
class OrderingConfiguration {
    private static final Duration RECONCILIATION_POLL = Duration.ofMinutes(10);
    private static final Map<OrderState, Label> STATES = Map.ofEntries(
            entry(OrderState.DRAFT, Label.of("Draft", "草稿", "草稿")),
            entry(OrderState.SUBMITTED, Label.of("Waiting for review", "待审核", "待審核")),
            entry(OrderState.HELD, Label.of("Credit hold", "信用冻结", "信用凍結")),
            entry(OrderState.APPROVED, Label.of("Waiting for shipment", "待发货", "待出貨")),
            entry(OrderState.PARTLY_SHIPPED, Label.of("Partly shipped", "部分发货", "部分出貨")),
            entry(OrderState.SHIPPED, Label.of("Shipped", "已发货", "已出貨")),
            entry(OrderState.COMPLETED, Label.of("Completed", "已完成", "已完成")),
            entry(OrderState.REJECTED, Label.of("Rejected", "已驳回", "已駁回")),
            entry(OrderState.CANCELLED, Label.of("Cancelled", "已取消", "已取消")),
            entry(OrderState.CLOSED, Label.of("Closed", "已关闭", "已關閉")));

    @Bean
    static ModulePermissions orderPermissions() {
        return ModulePermissions.of(
                "order.create", "order.read", "order.submit", "order.approve", "order.cancel", "order.history");
    }

    @Bean
    static ModuleSchema orderingSchema() {
        return new ModuleSchema("apps", "ordering", 150);
    }

    /** Reconciles, one after another, the tenants whose last check was a day ago. */
    @Bean
    TenantWork.Line reconciliationLine(TenantWork work, Reconciliation reconciliation) {
        return work.line(
                new TenantWork.Terms("reconciliation", "apps.unreconciled_tenants", RECONCILIATION_POLL, 1),
                reconciliation::turn);
    }

    @Bean
    static StandardObject orderObject() {
        return StandardObject.of("order", Label.of("Order", "订单", "訂單"), Label.of("Orders", "订单", "訂單"))
                .table("apps.sales_order", OrderScope.NAME, "t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1")
                .ownedBy("created_by", "seller_id", "buyer_id")
                .asksForApproval()
                .shownTo("order_desk", "finance", "warehouse", "channel")
                .field(
                        "number",
                        DataType.TEXT,
                        Label.of("Number", "单号", "單號"),
                        field -> field.unique().filterable())
                .field("status", DataType.PICKLIST, Label.of("Status", "状态", "狀態"), OrderingConfiguration::states)
                .field("total", DataType.MONEY, Label.of("Total", "金额", "金額"), OrderingConfiguration::money)
                .field("seller", DataType.LOOKUP, Label.of("Seller", "卖方", "賣方"), field -> party(field, "seller_id"))
                .field("buyer", DataType.LOOKUP, Label.of("Buyer", "买方", "買方"), field -> party(field, "buyer_id"))
                .field("line_count", DataType.INTEGER, Label.of("Lines", "行数", "明細數"))
                .field("base_units", DataType.INTEGER, Label.of("Base units", "基本单位数量", "基本單位數量"))
                .field("external_number", DataType.TEXT, Label.of("External number", "外部单号", "外部單號"))
                .field("priced_at", DataType.DATE_TIME, Label.of("Priced at", "计价时间", "計價時間"))
                .field("submitted_at", DataType.DATE_TIME, Label.of("Submitted at", "提交时间", "提交時間"))
                .field(
                        "held_exposure",
                        DataType.MONEY,
                        Label.of("Exposure when held", "冻结时敞口", "凍結時曝險額"),
                        OrderingConfiguration::money)
                .field(
                        "held_limit",
                        DataType.MONEY,
                        Label.of("Limit when held", "冻结时额度", "凍結時額度"),
                        OrderingConfiguration::money)
                .field(
                        "held_over",
                        DataType.MONEY,
                        Label.of("Over the limit", "超出额度", "超出額度"),
                        OrderingConfiguration::money)
                .nameField("number")
                .build();
    }

    private static FieldBuilder party(FieldBuilder field, String column) {
        return field.column(column).to("partner").filterable();
    }

    /** An amount in the order's currency; those that tell of a hold are empty where there is none. */
    private static FieldBuilder money(FieldBuilder field) {
        return field.currency("currency").digits(18, 4);
    }

    /** The status that people see is the state. */
    private static FieldBuilder states(FieldBuilder field) {
        for (OrderState state : OrderState.values()) {
            field.option(state.name(), Objects.requireNonNull(STATES.get(state)));
        }
        return field.column("effective_status").filterable();
    }
}
