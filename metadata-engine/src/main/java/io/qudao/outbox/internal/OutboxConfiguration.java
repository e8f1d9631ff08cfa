package io.qudao.outbox.internal;

import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the outbox's tables and settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {
    @Bean
    static ModulePermissions outboxPermissions() {
        return ModulePermissions.of("outbox.manage");
    }

    @Bean
    static ModuleSchema outboxSchema() {
        return new ModuleSchema("engine", "outbox", 31);
    }
}
