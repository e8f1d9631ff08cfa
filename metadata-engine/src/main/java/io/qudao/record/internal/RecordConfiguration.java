package io.qudao.record.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
    @Bean
    static ModuleSchema recordSchema() {
        return new ModuleSchema("engine", "record", 20);
    }
}
