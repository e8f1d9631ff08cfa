package io.qudao.record.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordProperties.class)
class RecordConfiguration {
    @Bean
    static ModuleSchema recordSchema() {
        return new ModuleSchema("engine", "record", 20);
    }
}
