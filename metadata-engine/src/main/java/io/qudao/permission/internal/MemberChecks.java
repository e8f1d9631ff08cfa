package io.qudao.permission.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.PasswordRules;
import io.qudao.kernel.PersonRules;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.permission.HomePartner;
import io.qudao.permission.NewMember;
import io.qudao.permission.PermissionProblem;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks what a caller may do to members, and whether a member is valid. */
@Component
final class MemberChecks {
    private final PermissionSets sets;
    private final GrantRights grants;
    private final ObjectProvider<HomePartner> home;

    MemberChecks(PermissionSets sets, GrantRights grants, ObjectProvider<HomePartner> home) {
        this.grants = grants;
        this.sets = sets;
        this.home = home;
    }

    /**
     * Returns the only partner whose members the caller may see, or null for all: the head office and the platform see
     * all.
     */
    @Nullable
    UUID horizon() {
        Caller caller = TenantScope.caller();
        var partners = home.getIfAvailable();
        if (caller.partner() == null || partners == null) {
            return null;
        }
        return caller.partner().equals(partners.rootPartner(caller.tenant())) ? null : caller.partner();
    }

    void checkNew(NewMember member) {
        var violations = new ArrayList<Violation>();
        PersonRules.checkName(member.name()).ifPresent(violations::add);
        PersonRules.checkEmail(member.email()).ifPresent(violations::add);
        if (member.password() != null) {
            violations.addAll(PasswordRules.check(member.password(), member.email()));
        }
        collect(member.partners(), member.permissionSets(), violations);
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, violations);
        checkGrant(member.partners(), member.permissionSets());
    }

    void checkChange(String name, List<UUID> partners, Set<String> permissionSets) {
        var violations = new ArrayList<Violation>();
        PersonRules.checkName(name).ifPresent(violations::add);
        collect(partners, permissionSets, violations);
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, violations);
        checkGrant(partners, permissionSets);
    }

    private void collect(Collection<UUID> partners, Set<String> permissionSets, List<Violation> violations) {
        permissionSets.stream()
                .filter(name -> !sets.exists(name))
                .sorted()
                .forEach(name -> violations.add(Violation.of("permissionSets", "unknown_permission_set", name)));
        var known = home.getIfAvailable();
        if (known != null && !partners.isEmpty()) {
            var existing = known.existing(partners);
            partners.stream()
                    .filter(partner -> !existing.contains(partner))
                    .forEach(partner -> violations.add(Violation.of("partners", "unknown", partner)));
        }
    }

    private void checkGrant(List<UUID> partners, Set<String> permissionSets) {
        sets.of(permissionSets).stream()
                .flatMap(set -> grants.beyond(set).stream())
                .findFirst()
                .ifPresent(permission -> {
                    throw new ProblemException(PermissionProblem.MORE_THAN_OWN, permission);
                });
        UUID only = horizon();
        if (only != null && !partners.equals(List.of(only))) {
            throw new ProblemException(PermissionProblem.NOT_YOUR_PARTNER);
        }
    }
}
