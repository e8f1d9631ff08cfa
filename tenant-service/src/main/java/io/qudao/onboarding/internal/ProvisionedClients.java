package io.qudao.onboarding.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.ApiClients;
import io.qudao.kernel.TenantId;
import io.qudao.onboarding.ClientOrders;
import io.qudao.provisioning.Provisioning;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ProvisionedClients implements ClientOrders {

    private final ControlDatabase database;
    private final ApiClients clients;
    private final Provisioning provisioning;

    ProvisionedClients(ControlDatabase database, ApiClients clients, Provisioning provisioning) {
        this.database = database;
        this.clients = clients;
        this.provisioning = provisioning;
    }

    @Override
    public ApiClients.Issued create(TenantId tenant, String name) {
        var issued = database.within(tenant, sql -> {
            var made = clients.create(tenant, name);
            provisioning.order(tenant, made.client().id());
            return made;
        });
        provisioning.carryOut(tenant);
        return issued;
    }

    @Override
    public boolean remove(TenantId tenant, UUID id) {
        boolean removed = database.within(tenant, sql -> {
            boolean there = clients.revoke(tenant, id);
            if (there) {
                provisioning.order(tenant, id);
            }
            return there;
        });
        if (removed) {
            provisioning.carryOut(tenant);
        }
        return removed;
    }
}
