package io.qudao.record;

import io.qudao.kernel.ByModules;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Determines who may own records; implemented by a bean of the module that knows members. Without it, a record stays
 * with its creator.
 */
@ByModules
public interface MemberPartners {
    /** Returns the home of this member's records; empty if there is no active member with this id. */
    Optional<Home> homeOf(UUID member);

    /** @param partner partner the member acts for by default; null if there is none */
    record Home(@Nullable UUID partner) {}
}
