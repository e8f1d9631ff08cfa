package io.qudao.tenancy;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The acting member with their tenant and partner.
 *
 * @param member the member's id; the nil id for the platform itself
 * @param partner the partner acted for, on which every row rule is based; null only for the platform itself and for
 *     members without a partner
 * @param permissions names such as {@code order.approve}; {@code *} stands for all
 */
public record Caller(
        Tenant tenant, UUID member, String name, @Nullable UUID partner, Set<String> permissions, Locale locale) {
    private static final UUID PLATFORM = new UUID(0, 0);
    private static final String ALL = "*";

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Returns the platform itself as the caller for a tenant's jobs, provisioning and relays. */
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

    /**
     * Returns the partner acted for.
     *
     * @throws ProblemException {@link CommonProblem#FORBIDDEN} if the caller acts for no partner
     */
    public UUID requirePartner() {
        if (partner == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "partner");
        }
        return partner;
    }

    /** Returns the same caller with another language. */
    public Caller reading(Locale language) {
        return language.equals(locale) ? this : new Caller(tenant, member, name, partner, permissions, language);
    }

    /** Returns the same caller acting for another of their partners. */
    public Caller as(UUID otherPartner) {
        return new Caller(tenant, member, name, otherPartner, permissions, locale);
    }
}
