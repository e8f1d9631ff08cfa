package io.qudao.permission.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import io.qudao.permission.Member;
import io.qudao.permission.MemberChange;
import io.qudao.permission.MemberKind;
import io.qudao.permission.Members;
import io.qudao.permission.NewMember;
import io.qudao.permission.PermissionProblem;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Members in PostgreSQL. */
@Component
final class JdbcMembers implements Members {
    private final MemberRows rows;
    private final MemberChecks checks;
    private final CallerFactory callers;
    private final IdentityClient identity;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    JdbcMembers(
            MemberRows rows,
            MemberChecks checks,
            CallerFactory callers,
            IdentityClient identity,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.checks = checks;
        this.callers = callers;
        this.identity = identity;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public Caller callerOf(Tenant tenant, String subject, @Nullable UUID partner) {
        return callers.bySubject(tenant, subject, partner);
    }

    @Override
    public Caller callerOf(Tenant tenant, UUID member, @Nullable UUID partner) {
        return callers.byId(tenant, member, partner);
    }

    @Override
    public Member me() {
        return transaction
                .execute(status -> rows.byId(TenantScope.caller().member()))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    @Override
    public void speak(Locale locale) {
        transaction.executeWithoutResult(status -> {
            var caller = TenantScope.caller().member();
            rows.speak(caller, locale);
            rows.byId(caller)
                    .ifPresent(
                            member -> events.publishEvent(new MemberChanged(TenantScope.tenant(), member.subject())));
        });
    }

    @Override
    public Member get(UUID id) {
        return transaction.execute(status -> visible(id));
    }

    @Override
    public Slice<Member> list(@Nullable String cursor, int limit) {
        int most = Keyset.limit(limit);
        UUID after = after(Keyset.after(cursor, 1).getFirst());
        List<Member> found = transaction.execute(status -> rows.page(after, checks.horizon(), most + 1));
        return Keyset.slice(found, most, member -> List.of(member.id().toString()));
    }

    @Override
    public Member invite(NewMember member) {
        transaction.executeWithoutResult(status -> checks.checkNew(member));
        var person = identity.person(TenantScope.caller().tenant(), member).toString();
        return transaction.execute(status -> add(member, person));
    }

    @Override
    public Member change(UUID id, long version, MemberChange change) {
        return transaction.execute(status -> {
            var before = visible(id);
            var after = changed(before, version, change);
            checkRights(before, after);
            if (!rows.update(after)) {
                throw new ProblemException(CommonProblem.STALE, version);
            }
            if (before.active() != after.active()) {
                events.publishEvent(new MemberStateChanged(id));
            }
            events.publishEvent(new MemberChanged(TenantScope.tenant(), before.subject()));
            return visible(id);
        });
    }

    private Member add(NewMember member, String person) {
        var rights = new MemberRows.Rights(member.partners(), member.permissionSets());
        var made = MemberRows.fresh(MemberKind.PERSON, person, member.name(), member.email(), rights);
        if (!rows.add(made)) {
            throw new ProblemException(PermissionProblem.ALREADY_MEMBER, member.email());
        }
        events.publishEvent(new MemberChanged(TenantScope.tenant(), person));
        return made;
    }

    private void checkRights(Member before, Member after) {
        boolean own = before.id().equals(TenantScope.caller().member());
        boolean moreOrLess = before.active() != after.active()
                || !before.permissionSets().equals(after.permissionSets())
                || !before.partners().equals(after.partners());
        if (own && moreOrLess) {
            throw new ProblemException(PermissionProblem.OWN_RIGHTS);
        }
        if (moreOrLess) {
            checks.checkChange(after.name(), before.partners(), before.permissionSets());
        }
        checks.checkChange(after.name(), after.partners(), after.permissionSets());
    }

    private static Member changed(Member member, long version, MemberChange change) {
        return new Member(
                member.id(),
                member.subject(),
                member.kind(),
                change.name().orElse(member.name()),
                member.email(),
                change.active().orElse(member.active()),
                change.locale().or(() -> Optional.ofNullable(member.locale())).orElse(null),
                change.partners().orElse(member.partners()),
                change.permissionSets().orElse(member.permissionSets()),
                version);
    }

    private Member visible(UUID id) {
        UUID only = checks.horizon();
        return rows.byId(id)
                .filter(member -> only == null || member.partners().contains(only))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private static @Nullable UUID after(String id) {
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of("cursor", "malformed")), malformed);
        }
    }
}
