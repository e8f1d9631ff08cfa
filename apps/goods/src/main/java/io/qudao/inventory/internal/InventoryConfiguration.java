package io.qudao.inventory.internal;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout.Section;
import io.qudao.metadata.ListView;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.Command;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the tables of the module and its objects. */
@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {
    static final String WAREHOUSE = "warehouse";
    static final String STOCK_LEVEL = "stock_level";
    private static final String[] STAFF = {"order_desk", "warehouse", "channel"};
    private static final String[] SLOTS = {"t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1"};

    @Bean
    static ModulePermissions stockPermissions() {
        return ModulePermissions.of("stock.read", "stock.edit");
    }

    @Bean
    static ModuleSchema inventorySchema() {
        return new ModuleSchema("apps", "inventory", 130);
    }

    @Bean
    static StandardObject warehouseObject() {
        return StandardObject.of(WAREHOUSE, Label.of("Warehouse", "仓库", "倉庫"), Label.of("Warehouses", "仓库", "倉庫"))
                .table("apps.warehouse", InventoryScopes.WAREHOUSE, SLOTS)
                .ownedBy(null, "owner_id")
                .shownTo(STAFF)
                .commands(Command.CREATE)
                .field(
                        "code",
                        DataType.TEXT,
                        Label.of("Code", "编码", "代碼"),
                        field -> field.length(40).required().fixed())
                .field(
                        "name",
                        DataType.TEXT,
                        Label.of("Name", "名称", "名稱"),
                        field -> field.length(200).required().fixed())
                .field(
                        "owner",
                        DataType.LOOKUP,
                        Label.of("Owner", "所有者", "擁有者"),
                        field -> field.column("owner_id").to("partner").filterable())
                .field("active", DataType.BOOLEAN, Label.of("Active", "启用", "啟用"))
                .nameField("name")
                .build();
    }

    @Bean
    static StandardObject stockLevelObject() {
        return StandardObject.of(STOCK_LEVEL, Label.of("Stock level", "库存", "庫存"), Label.of("Stock levels", "库存", "庫存"))
                .table("apps.stock", InventoryScopes.STOCK_LEVEL, SLOTS)
                .shownTo(STAFF)
                .field("warehouse", DataType.LOOKUP, Label.of("Warehouse", "仓库", "倉庫"), field -> of(field, WAREHOUSE))
                .field("sku", DataType.LOOKUP, Label.of("SKU", "SKU", "SKU"), field -> of(field, "sku"))
                .field("on_hand", DataType.INTEGER, Label.of("On hand", "现有量", "現有量"))
                .field("reserved", DataType.INTEGER, Label.of("Reserved", "预留", "保留"))
                .field("frozen", DataType.INTEGER, Label.of("Frozen", "冻结", "凍結"))
                .field("available", DataType.INTEGER, Label.of("Available", "可用", "可用"))
                .nameField("sku")
                .layout(
                        "default",
                        new Section(
                                Label.of("Stock", "库存", "庫存"),
                                2,
                                List.of("warehouse", "sku", "on_hand", "reserved", "frozen", "available")))
                .listView(new ListView(
                        STOCK_LEVEL,
                        "all",
                        Label.of("All stock", "全部库存", "全部庫存"),
                        List.of("warehouse", "sku", "on_hand", "reserved", "available"),
                        null,
                        List.of()))
                .build();
    }

    private static FieldBuilder of(FieldBuilder field, String object) {
        return field.column(object + "_id").to(object).filterable();
    }
}
