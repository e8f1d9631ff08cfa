package io.qudao.onboarding.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.ApiClients;
import io.qudao.kernel.TenantId;
import io.qudao.onboarding.ClientOrders;
import io.qudao.provisioning.Provisioning;
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
}
