package io.qudao.tenancy;

import java.util.Set;

/**
 * Permissions that a module checks: a bean of that module. What no module declares is refused in permission sets and
 * approval processes, so a misspelt name is found when it is written, not when somebody is refused.
 */
public record ModulePermissions(Set<String> names) {
    public ModulePermissions {
        names = Set.copyOf(names);
    }

    public static ModulePermissions of(String... names) {
        return new ModulePermissions(Set.of(names));
    }
}
