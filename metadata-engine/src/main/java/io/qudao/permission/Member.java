package io.qudao.permission;

import io.qudao.record.StandsFor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or a program that works in a tenant.
 *
 * @param subject the person's id at the identity provider, or the program's client id
 * @param email null for programs
 * @param locale the language they chose, or null for the tenant's
 * @param partners the partners they may act for; the first is used if they do not name one
 * @param permissionSets names of the release's permission sets
 */
public record Member(
        UUID id,
        String subject,
        MemberKind kind,
        @StandsFor("member.name") String name,
        @StandsFor("member.email") @Nullable String email,
        @StandsFor("member.active") boolean active,
        @Nullable Locale locale,
        List<UUID> partners,
        Set<String> permissionSets,
        long version) {
    public Member {
        partners = List.copyOf(partners);
        permissionSets = Set.copyOf(permissionSets);
    }
}
