package io.qudao.cart.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CartConfiguration {
    @Bean
    static ModuleSchema cartSchema() {
        return new ModuleSchema("apps", "cart", 170);
    }
}
