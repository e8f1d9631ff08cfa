package io.qudao.catalog.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables of the module. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    static ModuleSchema catalogSchema() {
        return new ModuleSchema("apps", "catalog", 110);
    }
}
