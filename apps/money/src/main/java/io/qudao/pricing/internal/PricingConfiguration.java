package io.qudao.pricing.internal;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.Command;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the tables of the module and its object. */
@Configuration(proxyBeanMethods = false)
class PricingConfiguration {
    static final String PRICE_LIST = "price_list";

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
        return StandardObject.of(
                        PRICE_LIST, Label.of("Price list", "价目表", "價目表"), Label.of("Price lists", "价目表", "價目表"))
                .table("apps.price_list", SellerScope.NAME, "t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1")
                .ownedBy(null, "seller_id")
                .shownTo("order_desk", "finance", "channel")
                .commands(Command.CREATE, Command.CHANGE)
                .field("code", DataType.TEXT, Label.of("Code", "编码", "代碼"), PricingConfiguration::code)
                .field("name", DataType.TEXT, Label.of("Name", "名称", "名稱"), PricingConfiguration::name)
                .field("seller", DataType.LOOKUP, Label.of("Seller", "卖方", "賣方"), PricingConfiguration::seller)
                .field("scope", DataType.PICKLIST, Label.of("Scope", "适用范围", "適用範圍"), PricingConfiguration::scopes)
                .field("scope_key", DataType.TEXT, Label.of("Scope key", "适用对象", "適用對象"), FieldBuilder::editable)
                .field("priority", DataType.INTEGER, Label.of("Priority", "优先级", "優先順序"), FieldBuilder::editable)
                .field("currency", DataType.TEXT, Label.of("Currency", "币种", "幣別"), FieldBuilder::fixed)
                .field("active", DataType.BOOLEAN, Label.of("Active", "启用", "啟用"), FieldBuilder::editable)
                .field("edition", DataType.INTEGER, Label.of("Edition of its prices", "价格版次", "價格版次"))
                .nameField("name")
                .build();
    }

    private static FieldBuilder code(FieldBuilder field) {
        return field.length(PriceListCheck.CODE_LENGTH)
                .required()
                .filterable()
                .searchable()
                .editable();
    }

    private static FieldBuilder name(FieldBuilder field) {
        return field.length(PriceListCheck.NAME_LENGTH).required().searchable().editable();
    }

    private static FieldBuilder seller(FieldBuilder field) {
        return field.column("seller_id").to("partner").filterable().fixed();
    }

    private static FieldBuilder scopes(FieldBuilder field) {
        return field.option(PriceScope.CONTRACT.name(), Label.of("Contract price", "专属价", "專屬價"))
                .option(PriceScope.GROUP.name(), Label.of("Price group", "价格组", "價格群組"))
                .option(PriceScope.REGION.name(), Label.of("Region", "区域", "區域"))
                .option(PriceScope.BASE.name(), Label.of("Base price", "基础价", "基本價"))
                .required()
                .editable();
    }
}
