package io.qudao.partner.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout.Section;
import io.qudao.metadata.ListView;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.Command;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.partner.AccountStatus;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Trading accounts as an object, visible to callers who reach one of their two sides. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {
    static final String OBJECT = "account";
    private static final String SCOPE = "account_sides";

    @Bean
    static StandardObject accountObject() {
        return StandardObject.of(
                        OBJECT,
                        Label.of("Trading account", "交易账户", "交易帳戶"),
                        Label.of("Trading accounts", "交易账户", "交易帳戶"))
                .table("apps.trading_account", SCOPE, "t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1")
                .ownedBy(null, "seller_id", "buyer_id")
                .shownTo("order_desk", "finance", "channel")
                .commands(Command.CREATE, Command.CHANGE)
                .field("seller", DataType.LOOKUP, Label.of("Seller", "卖方", "賣方"), field -> side(field, "seller_id"))
                .field("buyer", DataType.LOOKUP, Label.of("Buyer", "买方", "買方"), field -> side(field, "buyer_id"))
                .field(
                        "currency",
                        DataType.TEXT,
                        Label.of("Currency", "币种", "幣別"),
                        field -> field.length(3).fixed())
                .field(
                        "price_group",
                        DataType.TEXT,
                        Label.of("Price group", "价格组", "價格群組"),
                        field -> field.length(AccountCheck.KEY_LENGTH).editable())
                .field("status", DataType.PICKLIST, Label.of("Status", "状态", "狀態"), AccountConfiguration::statuses)
                .nameField("buyer")
                .layout(
                        "default",
                        new Section(
                                Label.of("Trading account", "交易账户", "交易帳戶"),
                                2,
                                List.of("seller", "buyer", "currency", "price_group", "status")))
                .listView(new ListView(
                        OBJECT,
                        "all",
                        Label.of("All trading accounts", "全部交易账户", "全部交易帳戶"),
                        List.of("seller", "buyer", "currency", "price_group", "status"),
                        null,
                        List.of()))
                .build();
    }

    @Bean
    static RowScope accountScope(JdbcReach reach) {
        return new RowScope() {
            @Override
            public String name() {
                return SCOPE;
            }

            @Override
            public SqlFragment predicate(Caller caller) {
                return reach.ofCaller().rows("seller_id", "buyer_id");
            }
        };
    }

    private static FieldBuilder side(FieldBuilder field, String column) {
        return field.column(column)
                .to(PartnerConfiguration.OBJECT)
                .required()
                .filterable()
                .fixed();
    }

    private static FieldBuilder statuses(FieldBuilder field) {
        return field.option(AccountStatus.ACTIVE.name(), Label.of("Active", "启用", "啟用"))
                .option(AccountStatus.SUSPENDED.name(), Label.of("Suspended", "暂停", "暫停"))
                .editable();
    }
}
