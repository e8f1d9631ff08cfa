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

/**
 * The members of a tenant. A member who acts for a partner other than the head office sees only the members of that
 * partner.
 */
public interface Members {
    /**
     * Returns the caller for a checked token. A change of a member takes effect with the next request on the same node,
     * and within a second on the others.
     *
     * @param partner the partner to act for, or null for the member's first
     * @throws io.qudao.kernel.ProblemException {@link PermissionProblem#NOT_A_MEMBER} or {@link
     *     PermissionProblem#NOT_YOUR_PARTNER}
     */
    @ByModules
    Caller callerOf(Tenant tenant, String subject, @Nullable UUID partner);

    /**
     * Returns the caller for a member's id, for work that continues after a request.
     *
     * @throws io.qudao.kernel.ProblemException {@link PermissionProblem#NOT_A_MEMBER} or {@link
     *     PermissionProblem#NOT_YOUR_PARTNER}
     */
    @ByModules
    Caller callerOf(Tenant tenant, UUID member, @Nullable UUID partner);

    /**
     * Returns the caller's own member entry.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND} if the caller is not a
     *     member, such as the platform itself
     */
    @AnyMember
    Member me();

    /** Sets the caller's language from now on. */
    @AnyMember
    void speak(Locale locale);

    /**
     * Returns a member that the caller may see.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("member.read")
    Member get(UUID id);

    /**
     * Lists members in order of their ids.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits("member.read")
    Slice<Member> list(@Nullable String cursor, int limit);

    /**
     * Makes a person a member. The person is looked up at the identity provider by e-mail address, or registered there.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} with all violations,
     *     {@link PermissionProblem#MORE_THAN_OWN}, {@link PermissionProblem#NOT_YOUR_PARTNER}, {@link
     *     PermissionProblem#ALREADY_MEMBER}, or {@link PermissionProblem#IDENTITY_DOWN}
     */
    @Permits("member.manage")
    Member invite(NewMember member);

    /**
     * Changes a member. Members cannot change their own rights or grant rights they do not have.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#STALE}, {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} with all
     *     violations, {@link PermissionProblem#OWN_RIGHTS}, {@link PermissionProblem#MORE_THAN_OWN}, or {@link
     *     PermissionProblem#NOT_YOUR_PARTNER}
     */
    @Permits("member.manage")
    Member change(UUID id, long version, MemberChange change);
}
