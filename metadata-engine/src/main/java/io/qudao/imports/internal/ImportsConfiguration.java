package io.qudao.imports.internal;

import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the tables and limits of imports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportsProperties.class)
class ImportsConfiguration {
    @Bean
    static ModulePermissions importPermissions() {
        return ModulePermissions.of("import.run", "import.read_all");
    }

    @Bean
    static ModuleSchema importsSchema() {
        return new ModuleSchema("engine", "imports", 33);
    }
}
