package io.qudao.metadata.web;

import io.qudao.kernel.Violations;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a permission set is to get on an object.
 *
 * @param level a {@link Level} in lower case
 * @param partners only for those who act for one of them; without it, for everybody
 */
record AccessBody(
        @Nullable String permissionSet,
        @Nullable String object,
        @Nullable String level,
        @Nullable List<@Nullable UUID> partners) {
    Access read(String path, Violations violations) {
        var only = violations.each(
                path + ".partners",
                Objects.requireNonNullElse(partners, List.<@Nullable UUID>of()),
                (place, partner) -> partner);
        return new Access(
                violations.text(path + ".permissionSet", permissionSet, Integer.MAX_VALUE),
                violations.text(path + ".object", object, Integer.MAX_VALUE),
                violations.choice(path + ".level", level, Level.class),
                new HashSet<>(only));
    }
}
