package io.qudao.identity;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.TenantId;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of the tenants. */
public interface Memberships {

    /** What is wrong with a new member: form of the address, name, strength of the password. */
    @ByModules
    List<Violation> check(NewMember member);

    /** Makes a member ready, which takes the time of hashing a password: before a transaction, not in it. */
    @ByModules
    Admission prepare(NewMember member);

    /** Admits the person of that address; a member that exists is answered unchanged. */
    @ByModules
    Membership admit(TenantId tenant, Admission member);

    /** Gives a member another password and ends all that was open under the old one; false if there is no such member. */
    @ByModules
    boolean changePassword(TenantId tenant, UUID person, String password);

    /** Takes a member out: their sessions end, their tokens are worth nothing. False if there is no such member. */
    @ByModules
    boolean dismiss(TenantId tenant, UUID person);

    /** Puts a member out of work, which ends all that is open, or back to work. False if there is no such member. */
    @ByModules
    boolean setActive(TenantId tenant, UUID person, boolean active);

    /** A member who may work. */
    @ByModules
    Optional<Membership> find(TenantId tenant, UUID person);

    /** The admin who signed the tenant up. */
    @ByModules
    Optional<Membership> founder(TenantId tenant);
}
