package io.qudao.onboarding.internal;

import io.qudao.control.PublicAddress;
import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Admission;
import io.qudao.identity.ApiClients;
import io.qudao.identity.Memberships;
import io.qudao.onboarding.SignUpResult;
import io.qudao.provisioning.Provisioning;
import io.qudao.registry.NewTenant;
import io.qudao.registry.Tenant;
import io.qudao.registry.Tenants;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores a tenant with everything that belongs to it in one transaction, and opens it when the platform has its rows.
 */
@Component
class NewTenants {

    private final ControlDatabase database;
    private final Tenants tenants;
    private final Memberships memberships;
    private final ApiClients clients;
    private final Provisioning provisioning;
    private final PublicAddress address;

    NewTenants(
            ControlDatabase database,
            Tenants tenants,
            Memberships memberships,
            ApiClients clients,
            Provisioning provisioning,
            PublicAddress address) {
        this.database = database;
        this.tenants = tenants;
        this.memberships = memberships;
        this.clients = clients;
        this.provisioning = provisioning;
        this.address = address;
    }

    record Made(Tenant tenant, ApiClients.@Nullable Issued client) {}

    /** Stores the tenant; empty if the slug was taken meanwhile. */
    Optional<Made> store(Application application, Admission founder) {
        var id = tenants.nextId();
        return database.within(
                id,
                sql -> tenants.enter(new NewTenant(
                                id,
                                application.slug(),
                                application.company(),
                                application.locale().orElseThrow(),
                                application.currency().orElseThrow(),
                                application.accent().orElseThrow()))
                        .map(tenant -> {
                            memberships.admit(id, founder);
                            var client = application.apiClient() ? clients.create(id, "API") : null;
                            provisioning.order(
                                    id, client == null ? null : client.client().id());
                            return new Made(tenant, client);
                        }));
    }

    SignUpResult.SignedUp open(Tenant tenant, ApiClients.@Nullable Issued client) {
        boolean open = provisioning.carryOut(tenant.id()) || tenant.isActive();
        return new SignUpResult.SignedUp(tenant, address.ofTenant(tenant.slug()), client, open);
    }
}
