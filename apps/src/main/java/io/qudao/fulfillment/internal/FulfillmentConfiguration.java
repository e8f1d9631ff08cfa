package io.qudao.fulfillment.internal;

import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FulfillmentConfiguration {
    @Bean
    static ModulePermissions shippingPermissions() {
        return ModulePermissions.of("order.ship", "order.receive");
    }

    @Bean
    static ModuleSchema fulfillmentSchema() {
        return new ModuleSchema("apps", "fulfillment", 160);
    }
}
