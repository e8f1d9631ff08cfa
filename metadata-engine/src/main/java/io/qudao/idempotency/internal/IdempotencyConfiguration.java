package io.qudao.idempotency.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
    @Bean
    static ModuleSchema idempotencySchema() {
        return new ModuleSchema("engine", "idempotency", 5);
    }
}
