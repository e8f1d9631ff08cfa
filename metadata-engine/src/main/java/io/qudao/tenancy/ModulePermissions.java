package io.qudao.tenancy;

import java.util.Set;

/**
 * The permissions that a module checks; a bean of that module. A permission that no module declares is refused in
 * permission sets and approval processes, so a misspelt name is noticed when it is written.
 */
public record ModulePermissions(Set<String> names) {
    public ModulePermissions {
        names = Set.copyOf(names);
    }

    public static ModulePermissions of(String... names) {
        return new ModulePermissions(Set.of(names));
    }
}
