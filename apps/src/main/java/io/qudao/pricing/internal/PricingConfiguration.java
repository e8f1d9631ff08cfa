package io.qudao.pricing.internal;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables of the module, and its object. */
@Configuration(proxyBeanMethods = false)
class PricingConfiguration {
    @Bean
    static ModulePermissions pricePermissions() {
        return ModulePermissions.of("price.read", "price.edit");
    }

    @Bean
    static ModuleSchema pricingSchema() {
        return new ModuleSchema("apps", "pricing", 120);
    }

    @Bean
    static StandardObject priceListObject() {
        return StandardObject.of("price_list", Label.of("Price list", "价目表"), Label.of("Price lists", "价目表"))
                .table("apps.price_list", SellerScope.NAME, "t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1")
                .ownedBy(null, "seller_id")
                .shownTo("order_desk", "finance", "channel")
                .field(
                        "code",
                        DataType.TEXT,
                        Label.of("Code", "编码"),
                        field -> field.length(64).required().filterable().searchable())
                .field(
                        "name",
                        DataType.TEXT,
                        Label.of("Name", "名称"),
                        field -> field.length(200).required().searchable())
                .field(
                        "seller",
                        DataType.LOOKUP,
                        Label.of("Seller", "卖方"),
                        field -> field.column("seller_id").to("partner").filterable())
                .field("scope", DataType.PICKLIST, Label.of("Scope", "适用范围"), PricingConfiguration::scopes)
                .field("scope_key", DataType.TEXT, Label.of("Scope key", "适用对象"))
                .field("priority", DataType.INTEGER, Label.of("Priority", "优先级"))
                .field("currency", DataType.TEXT, Label.of("Currency", "币种"))
                .field("active", DataType.BOOLEAN, Label.of("Active", "启用"))
                .nameField("name")
                .build();
    }

    private static FieldBuilder scopes(FieldBuilder field) {
        return field.option(PriceScope.CONTRACT.name(), Label.of("Contract price", "专属价"))
                .option(PriceScope.GROUP.name(), Label.of("Price group", "价格组"))
                .option(PriceScope.REGION.name(), Label.of("Region", "区域"))
                .option(PriceScope.BASE.name(), Label.of("Base price", "基础价"));
    }
}
