package io.qudao.tenancy;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for which tenant and for which partner.
 *
 * @param member the member's id; the nil id for the platform itself
 * @param partner the partner acted for: every row rule starts from it; null only for the platform itself and members without a partner
 * @param permissions names such as {@code order.approve}; {@code *} is all of them
 */
public record Caller(
        Tenant tenant, UUID member, String name, @Nullable UUID partner, Set<String> permissions, Locale locale) {
    private static final UUID PLATFORM = new UUID(0, 0);
    private static final String ALL = "*";

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** The platform itself at work for a tenant: jobs, provisioning, relays. */
    public static Caller platform(Tenant tenant) {
        return new Caller(tenant, PLATFORM, "Qudao", null, Set.of(ALL), tenant.locale());
    }

    public boolean isPlatform() {
        return PLATFORM.equals(member);
    }

    public boolean may(String permission) {
        return permissions.contains(ALL) || permissions.contains(permission);
    }

    public void require(String permission) {
        if (!may(permission)) {
            throw new ProblemException(CommonProblem.FORBIDDEN, permission);
        }
    }

    /** The partner acted for. */
    public UUID requirePartner() {
        if (partner == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "partner");
        }
        return partner;
    }

    /** The same person, who reads this language now. */
    public Caller reading(Locale language) {
        return language.equals(locale) ? this : new Caller(tenant, member, name, partner, permissions, language);
    }

    /** The same person acting for another of their partners. */
    public Caller as(UUID otherPartner) {
        return new Caller(tenant, member, name, otherPartner, permissions, locale);
    }
}
