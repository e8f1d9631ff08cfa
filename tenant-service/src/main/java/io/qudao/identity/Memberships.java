package io.qudao.identity;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of the tenants. */
public interface Memberships {

    /** Returns what is wrong with a new member: form of the address, name, strength of the password. */
    @ByModules
    List<Violation> check(NewMember member);

    /**
     * Prepares a member by hashing the password. This takes time, so call it before a transaction and not within it.
     */
    @ByModules
    Admission prepare(NewMember member);

    /** Adds the person with that address as a member; an existing member is returned unchanged. */
    @ByModules
    Membership admit(TenantId tenant, Admission member);

    /**
     * Changes a member's password and ends all sessions opened with the old one; returns false if there is no such
     * member.
     */
    @ByModules
    boolean changePassword(TenantId tenant, UUID person, String password);

    /**
     * Removes a member: their sessions end and their tokens become invalid. Returns false if there is no such member.
     */
    @ByModules
    boolean dismiss(TenantId tenant, UUID person);

    /**
     * Deactivates a member, which ends all sessions, or reactivates them. Returns false if there is no such member.
     */
    @ByModules
    boolean setActive(TenantId tenant, UUID person, boolean active);

    /** Finds an active member. */
    @ByModules
    Optional<Membership> find(TenantId tenant, UUID person);

    /** Returns the admin who signed the tenant up. */
    @ByModules
    Optional<Membership> founder(TenantId tenant);
}
