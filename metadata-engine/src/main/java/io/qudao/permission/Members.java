package io.qudao.permission;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a tenant. A member who acts for a partner other than the head office sees that partner's members only. */
public interface Members {
    /**
     * Who acts, from a checked token. A change of a member shows at the next request on the same node, and on the others
     * within a second.
     *
     * @param partner the partner to act for, or null for the member's first
     */
    @ByModules
    Caller callerOf(Tenant tenant, String subject, @Nullable UUID partner);

    /** The same by the member's id, for work that goes on after a request. */
    @ByModules
    Caller callerOf(Tenant tenant, UUID member, @Nullable UUID partner);

    /** The caller's own entry. */
    @AnyMember
    Member me();

    /** The language the caller wants to read, from now on. */
    @AnyMember
    void speak(Locale locale);

    @Permits("member.read")
    Member get(UUID id);

    /** In order of their ids. */
    @Permits("member.read")
    Slice<Member> list(@Nullable String cursor, int limit);

    /** Makes a person a member: finds them at the identity provider by their e-mail address, or makes them known there. */
    @Permits("member.manage")
    Member invite(NewMember member);

    /** Nobody changes their own rights, or gives rights they do not have. */
    @Permits("member.manage")
    Member change(UUID id, long version, MemberChange change);
}
