package io.qudao.partner.internal;

import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerRole;
import io.qudao.permission.HomePartner;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantCreated;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the root of a tenant's tree together with the tenant. */
@Component
final class TreeRoot implements HomePartner {
    private static final String CODE = "HQ";

    private final PartnerWrites writes;
    private final PartnerRows rows;

    TreeRoot(PartnerWrites writes, PartnerRows rows) {
        this.writes = writes;
        this.rows = rows;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void make(TenantCreated event) {
        var tenant = event.created().tenant();
        writes.plantRoot(PartnerDraft.of(CODE, tenant.name(), PartnerRole.HEAD_OFFICE, null));
    }

    @Override
    public UUID rootPartner(Tenant tenant) {
        return rows.root(tenant.id().value()).orElseThrow().id().value();
    }

    @Override
    public Set<UUID> existing(Collection<UUID> partners) {
        return rows.existing(TenantScope.tenant().value(), partners);
    }
}
