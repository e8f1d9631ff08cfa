package io.qudao.approval.internal;

import io.qudao.tenancy.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of approvals. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {
    @Bean
    static ModuleSchema approvalSchema() {
        return new ModuleSchema("engine", "approval", 34);
    }
}
