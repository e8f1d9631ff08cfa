package io.qudao.permission.internal;

import io.qudao.permission.HomePartner;
import io.qudao.permission.MemberKind;
import io.qudao.tenancy.TenantCreated;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A new tenant's first person, who may do everything, and its first program. */
@Component
final class FirstMembers {
    private final MemberRows rows;
    private final ObjectProvider<HomePartner> home;

    FirstMembers(MemberRows rows, ObjectProvider<HomePartner> home) {
        this.rows = rows;
        this.home = home;
    }

    @EventListener
    void on(TenantCreated event) {
        var created = event.created();
        List<UUID> partners =
                home.stream().map(known -> known.rootPartner(created.tenant())).toList();
        var admin = created.admin();
        rows.add(MemberRows.fresh(
                MemberKind.PERSON,
                admin.personId().toString(),
                admin.name(),
                admin.email(),
                new MemberRows.Rights(partners, Set.of(PermissionSets.BRAND_ADMIN))));
        var client = created.client();
        if (client != null) {
            rows.add(MemberRows.fresh(
                    MemberKind.CLIENT,
                    client.clientId(),
                    client.name(),
                    null,
                    new MemberRows.Rights(partners, Set.of(PermissionSets.API_FULL))));
        }
    }
}
