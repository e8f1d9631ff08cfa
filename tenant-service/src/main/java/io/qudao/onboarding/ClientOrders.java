package io.qudao.onboarding;

import io.qudao.identity.ApiClients;
import io.qudao.kernel.Permits;
import io.qudao.kernel.TenantId;
import java.util.UUID;

/** Creates and removes a tenant's programs, both here and on the platform. */
public interface ClientOrders {

    /** Creates a program. The platform is notified at once, or as soon as it responds. */
    @Permits("client.manage")
    ApiClients.Issued create(TenantId tenant, String name);

    /** Revokes a program's access permanently; returns false if there is no program with this id. */
    @Permits("client.manage")
    boolean remove(TenantId tenant, UUID id);
}
