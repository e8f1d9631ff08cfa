package io.qudao.record.internal;

import io.qudao.record.internal.row.RecordProperties;
import io.qudao.record.internal.slot.SlotJob;
import io.qudao.tenancy.ModuleSchema;
import io.qudao.tenancy.TenantWork;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordProperties.class)
class RecordConfiguration {
    private static final Duration SLOT_POLL = Duration.ofSeconds(2);

    @Bean
    static ModuleSchema recordSchema() {
        return new ModuleSchema("engine", "record", 20);
    }

    /** Processes the slots of all tenants that are changing state, one batch per turn. */
    @Bean
    TenantWork.Line slotLine(TenantWork work, SlotJob job) {
        return work.line(new TenantWork.Terms("slots", "engine.slot_tenants", SLOT_POLL, 1), job::turn);
    }
}
