package io.qudao.permission.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.permission.HomePartner;
import io.qudao.permission.Member;
import io.qudao.permission.PermissionProblems;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a caller of a member: active, acting for one of their partners, with the rights of this moment. */
@Component
final class CallerFactory {
    private static final String ACT_FOR_ANY = "partner.act";

    private final KnownMembers known;
    private final MemberRows rows;
    private final PermissionSets sets;
    private final TransactionTemplate transaction;
    private final ObjectProvider<HomePartner> home;

    CallerFactory(
            KnownMembers known,
            MemberRows rows,
            PermissionSets sets,
            TransactionTemplate transaction,
            ObjectProvider<HomePartner> home) {
        this.known = known;
        this.rows = rows;
        this.sets = sets;
        this.transaction = transaction;
        this.home = home;
    }

    Caller bySubject(Tenant tenant, String subject, @Nullable UUID partner) {
        return caller(tenant, known.find(tenant, subject), partner);
    }

    Caller byId(Tenant tenant, UUID id, @Nullable UUID partner) {
        var platform = Caller.platform(tenant);
        if (platform.member().equals(id)) {
            return platform;
        }
        Optional<Member> member = TenantScope.call(platform, () -> transaction.execute(status -> rows.byId(id)));
        return caller(tenant, member, partner);
    }

    private Caller caller(Tenant tenant, Optional<Member> found, @Nullable UUID wanted) {
        var member = found.filter(Member::active)
                .orElseThrow(() -> new ProblemException(PermissionProblems.NOT_A_MEMBER, tenant.name()));
        UUID first = member.partners().isEmpty() ? null : member.partners().getFirst();
        Locale locale = member.locale() == null ? tenant.locale() : member.locale();
        var permissions = TenantScope.call(Caller.platform(tenant), () -> sets.granted(member.permissionSets()));
        var own = new Caller(tenant, member.id(), member.name(), first, permissions, locale);
        if (wanted == null || wanted.equals(first)) {
            return own;
        }
        if (!member.partners().contains(wanted) && !mayActForAny(own, wanted)) {
            throw new ProblemException(PermissionProblems.NOT_YOUR_PARTNER);
        }
        return new Caller(tenant, member.id(), member.name(), wanted, permissions, locale);
    }

    /** A member of the head office may have the right to act for every partner of the tenant. */
    private boolean mayActForAny(Caller caller, UUID wanted) {
        var partners = home.getIfAvailable();
        if (partners == null || !caller.may(ACT_FOR_ANY)) {
            return false;
        }
        return TenantScope.call(
                Caller.platform(caller.tenant()),
                () -> Boolean.TRUE.equals(transaction.execute(
                        status -> partners.rootPartner(caller.tenant()).equals(caller.partner())
                                && partners.existing(List.of(wanted)).contains(wanted))));
    }
}
