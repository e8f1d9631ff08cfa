package io.qudao.onboarding;

import io.qudao.identity.ApiClients;
import io.qudao.kernel.Permits;
import io.qudao.kernel.TenantId;
import java.util.UUID;

/** Takes a tenant's program aboard, here and on the platform. */
public interface ClientOrders {

    /** Makes a program; the platform hears of it at once, or as soon as it answers. */
    @Permits("client.manage")
    ApiClients.Issued create(TenantId tenant, String name);

    /** Takes a program's access away for good; false if there is none of that id. */
    @Permits("client.manage")
    boolean remove(TenantId tenant, UUID id);
}
