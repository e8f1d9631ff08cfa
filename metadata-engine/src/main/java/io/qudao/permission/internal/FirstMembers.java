package io.qudao.permission.internal;

import io.qudao.permission.HomePartner;
import io.qudao.permission.Member;
import io.qudao.permission.MemberKind;
import io.qudao.permission.Programs;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantCreated;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates a new tenant's first person, who may do everything, and its programs, both the first and later ones. */
@Component
final class FirstMembers implements Programs {
    private final MemberRows rows;
    private final ObjectProvider<HomePartner> home;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    FirstMembers(
            MemberRows rows,
            ObjectProvider<HomePartner> home,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.home = home;
        this.transaction = transaction;
        this.events = events;
    }

    @EventListener
    void on(TenantCreated event) {
        var created = event.created();
        var partners = partners(created.tenant());
        var admin = created.admin();
        rows.add(MemberRows.fresh(
                MemberKind.PERSON,
                admin.personId().toString(),
                admin.name(),
                admin.email(),
                new MemberRows.Rights(partners, Set.of(PermissionSets.BRAND_ADMIN))));
        var client = created.client();
        if (client != null) {
            rows.add(program(created.tenant(), client.clientId(), client.name()));
        }
    }

    @Override
    public void added(Tenant tenant, String clientId, String name) {
        change(tenant, clientId, () -> rows.add(program(tenant, clientId, name)));
    }

    @Override
    public void removed(Tenant tenant, String clientId) {
        change(
                tenant,
                clientId,
                () -> rows.bySubject(clientId)
                        .filter(Member::active)
                        .map(FirstMembers::stopped)
                        .filter(rows::update)
                        .isPresent());
    }

    private void change(Tenant tenant, String clientId, BooleanSupplier change) {
        TenantScope.run(
                Caller.platform(tenant),
                () -> transaction.executeWithoutResult(status -> {
                    if (change.getAsBoolean()) {
                        events.publishEvent(new MemberChanged(tenant.id(), clientId));
                    }
                }));
    }

    private List<UUID> partners(Tenant tenant) {
        return home.stream().map(known -> known.rootPartner(tenant)).toList();
    }

    private Member program(Tenant tenant, String clientId, String name) {
        return MemberRows.fresh(
                MemberKind.CLIENT,
                clientId,
                name,
                null,
                new MemberRows.Rights(partners(tenant), Set.of(PermissionSets.API_FULL)));
    }

    private static Member stopped(Member member) {
        return new Member(
                member.id(),
                member.subject(),
                member.kind(),
                member.name(),
                member.email(),
                false,
                member.locale(),
                member.partners(),
                member.permissionSets(),
                member.version());
    }
}
