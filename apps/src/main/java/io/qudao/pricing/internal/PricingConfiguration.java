package io.qudao.pricing.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables of the module. */
@Configuration(proxyBeanMethods = false)
class PricingConfiguration {
    @Bean
    static ModuleSchema pricingSchema() {
        return new ModuleSchema("apps", "pricing", 120);
    }
}
