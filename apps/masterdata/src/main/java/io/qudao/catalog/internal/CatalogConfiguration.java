package io.qudao.catalog.internal;

import io.qudao.catalog.SkuStatus;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.Command;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the tables of the module and its objects. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    static final String PRODUCT = "product";
    static final String SKU = "sku";
    static final String CATEGORY = "category";
    private static final String[] SLOTS = {"t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1"};
    private static final String[] STAFF = {"order_desk", "finance", "warehouse", "channel"};
    private static final int CODE = 64;
    private static final int NAME = 200;

    @Bean
    static ModulePermissions catalogPermissions() {
        return ModulePermissions.of("catalog.read", "catalog.edit");
    }

    @Bean
    static ModuleSchema catalogSchema() {
        return new ModuleSchema("apps", "catalog", 110);
    }

    @Bean
    static StandardObject categoryObject() {
        return StandardObject.of(CATEGORY, Label.of("Category", "分类", "分類"), Label.of("Categories", "分类", "分類"))
                .table("apps.category", CatalogScopes.CATEGORY, SLOTS)
                .shownTo(STAFF)
                .commands(Command.CREATE, Command.CHANGE)
                .field("code", DataType.TEXT, Label.of("Code", "编码", "代碼"), CatalogConfiguration::code)
                .field("name", DataType.TEXT, Label.of("Name", "名称", "名稱"), CatalogConfiguration::name)
                .field(
                        "parent",
                        DataType.LOOKUP,
                        Label.of("Parent", "上级分类", "上級分類"),
                        field -> field.column("parent_id")
                                .to(CATEGORY)
                                .filterable()
                                .editable())
                .nameField("name")
                .build();
    }

    @Bean
    static StandardObject productObject() {
        return StandardObject.of(PRODUCT, Label.of("Product", "商品", "商品"), Label.of("Products", "商品", "商品"))
                .table("apps.product", CatalogScopes.PRODUCT, SLOTS)
                .shownTo(STAFF)
                .commands(Command.CHANGE)
                .field("code", DataType.TEXT, Label.of("Code", "编码", "代碼"), CatalogConfiguration::code)
                .field("name", DataType.TEXT, Label.of("Name", "名称", "名稱"), CatalogConfiguration::name)
                .field(
                        "brand",
                        DataType.TEXT,
                        Label.of("Brand", "品牌", "品牌"),
                        field -> field.length(NAME).editable())
                .field(
                        "category",
                        DataType.LOOKUP,
                        Label.of("Category", "分类", "分類"),
                        field -> field.column("category_id")
                                .to(CATEGORY)
                                .required()
                                .filterable()
                                .editable())
                .nameField("name")
                .build();
    }

    @Bean
    static StandardObject skuObject() {
        return StandardObject.of(SKU, Label.of("SKU", "SKU", "SKU"), Label.of("SKUs", "SKU", "SKU"))
                .table("apps.sku", CatalogScopes.SKU, SLOTS)
                .shownTo(STAFF)
                .commands(Command.CREATE, Command.CHANGE)
                .field(
                        "code",
                        DataType.TEXT,
                        Label.of("Code", "编码", "代碼"),
                        field -> code(field).fixed())
                .field("name", DataType.TEXT, Label.of("Name", "名称", "名稱"), CatalogConfiguration::name)
                .field(
                        "product",
                        DataType.LOOKUP,
                        Label.of("Product", "商品", "商品"),
                        field -> field.column("product_id")
                                .to(PRODUCT)
                                .required()
                                .filterable()
                                .fixed())
                .field("barcode", DataType.TEXT, Label.of("Barcode", "条码", "條碼"), CatalogConfiguration::barcode)
                .field(
                        "base_unit",
                        DataType.TEXT,
                        Label.of("Base unit", "基本单位", "基本單位"),
                        field -> field.length(32).required().fixed())
                .field("status", DataType.PICKLIST, Label.of("Status", "状态", "狀態"), CatalogConfiguration::statuses)
                .nameField("name")
                .build();
    }

    private static FieldBuilder code(FieldBuilder field) {
        return field.length(CODE).required().unique().filterable().searchable().editable();
    }

    private static FieldBuilder name(FieldBuilder field) {
        return field.length(NAME).required().searchable().editable();
    }

    private static FieldBuilder barcode(FieldBuilder field) {
        return field.length(CODE).filterable().searchable().editable();
    }

    private static FieldBuilder statuses(FieldBuilder field) {
        return field.option(SkuStatus.ON_SHELF.name(), Label.of("On the shelf", "上架", "上架"))
                .option(SkuStatus.OFF_SHELF.name(), Label.of("Off the shelf", "下架", "下架"))
                .editable();
    }
}
