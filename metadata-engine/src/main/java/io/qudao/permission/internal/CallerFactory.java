package io.qudao.permission.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.permission.Member;
import io.qudao.permission.PermissionProblem;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Creates a caller from a member, who must be active and act for one of their partners, with the rights of this moment.
 */
@Component
final class CallerFactory {
    private final KnownMembers known;
    private final PermissionSets sets;
    private final HeadOfficeRights office;

    CallerFactory(KnownMembers known, PermissionSets sets, HeadOfficeRights office) {
        this.known = known;
        this.sets = sets;
        this.office = office;
    }

    Caller bySubject(Tenant tenant, String subject, @Nullable UUID partner) {
        return caller(tenant, known.find(tenant, subject), partner);
    }

    Caller byId(Tenant tenant, UUID id, @Nullable UUID partner) {
        var platform = Caller.platform(tenant);
        return platform.member().equals(id) ? platform : caller(tenant, known.find(tenant, id), partner);
    }

    private Caller caller(Tenant tenant, Optional<Member> found, @Nullable UUID wanted) {
        var member = found.filter(Member::active)
                .orElseThrow(() -> new ProblemException(PermissionProblem.NOT_A_MEMBER, tenant.name()));
        UUID first = member.partners().isEmpty() ? null : member.partners().getFirst();
        Locale locale = member.locale() == null ? tenant.locale() : member.locale();
        var permissions = TenantScope.call(Caller.platform(tenant), () -> sets.granted(member.permissionSets()));
        var own = new Caller(tenant, member.id(), member.name(), first, permissions, locale);
        if (wanted == null || wanted.equals(first)) {
            return own;
        }
        if (!member.partners().contains(wanted) && !office.mayActFor(own, wanted)) {
            throw new ProblemException(PermissionProblem.NOT_YOUR_PARTNER);
        }
        return new Caller(tenant, member.id(), member.name(), wanted, permissions, locale);
    }
}
