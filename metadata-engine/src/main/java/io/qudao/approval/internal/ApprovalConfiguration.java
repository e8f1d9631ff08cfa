package io.qudao.approval.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables and settings of approvals. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalProperties.class)
class ApprovalConfiguration {
    @Bean
    static ModuleSchema approvalSchema() {
        return new ModuleSchema("engine", "approval", 34);
    }
}
