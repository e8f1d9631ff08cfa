package io.qudao.imports;

import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table of {@link ProbeTarget}. */
@Configuration(proxyBeanMethods = false)
class ProbeConfiguration {
    @Bean
    static ModuleSchema probeSchema() {
        return new ModuleSchema("engine", "probe", 99);
    }

    @Bean
    static ModulePermissions probePermissions() {
        return ModulePermissions.of("probe.edit");
    }
}
