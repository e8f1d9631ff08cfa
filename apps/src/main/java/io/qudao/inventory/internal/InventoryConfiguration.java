package io.qudao.inventory.internal;

import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {
    @Bean
    static ModulePermissions stockPermissions() {
        return ModulePermissions.of("stock.read", "stock.edit");
    }

    @Bean
    static ModuleSchema inventorySchema() {
        return new ModuleSchema("apps", "inventory", 130);
    }
}
