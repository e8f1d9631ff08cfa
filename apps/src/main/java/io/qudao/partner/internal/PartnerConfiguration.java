package io.qudao.partner.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables of the module. */
@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {
    @Bean
    static ModuleSchema partnerSchema() {
        return new ModuleSchema("apps", "partner", 100);
    }
}
