package io.qudao.record;

import io.qudao.kernel.ByModules;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may own records: a bean of the module that knows members. Without it, a record stays with who made it. */
@ByModules
public interface MemberPartners {
    /** Whose this member's records are; empty where there is no active member of this id. */
    Optional<Home> homeOf(UUID member);

    /** @param partner the partner the member acts for where they do not say; null where there is none */
    record Home(@Nullable UUID partner) {}
}
