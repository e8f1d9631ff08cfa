package io.qudao.metadata.web;

import io.qudao.kernel.Violations;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a permission set is to get on an object.
 *
 * @param level a {@link Level} in lower case
 * @param partners only for those who act for one of them; without it, for everybody
 * @param hidden fields to hide from the set in addition
 */
record AccessBody(
        @Nullable String permissionSet,
        @Nullable String object,
        @Nullable String level,
        @Nullable List<@Nullable UUID> partners,
        @Nullable List<@Nullable String> hidden) {
    Access read(String path, Violations violations) {
        return new Access(
                violations.text(path + ".permissionSet", permissionSet, Integer.MAX_VALUE),
                violations.text(path + ".object", object, Integer.MAX_VALUE),
                violations.choice(path + ".level", level, Level.class),
                items(path + ".partners", partners, violations),
                items(path + ".hidden", hidden, violations));
    }

    private static <T> Set<T> items(String path, @Nullable List<@Nullable T> items, Violations violations) {
        return items == null ? Set.of() : new HashSet<>(violations.<T, T>each(path, items, (place, item) -> item));
    }
}
