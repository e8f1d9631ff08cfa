package io.qudao.credit.internal;

import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CreditConfiguration {
    @Bean
    static ModulePermissions creditPermissions() {
        return ModulePermissions.of("credit.read", "credit.edit");
    }

    @Bean
    static ModuleSchema creditSchema() {
        return new ModuleSchema("apps", "credit", 140);
    }
}
