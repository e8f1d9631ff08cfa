package io.qudao.permission;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who is to become a member.
 *
 * @param password initial password, or null if the person sets one or already has one
 */
public record NewMember(
        String name,
        String email,
        @Nullable Locale locale,
        @Nullable String password,
        List<UUID> partners,
        Set<String> permissionSets) {
    public NewMember {
        partners = List.copyOf(partners);
        permissionSets = Set.copyOf(permissionSets);
    }
}
