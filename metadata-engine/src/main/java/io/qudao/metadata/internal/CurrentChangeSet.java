package io.qudao.metadata.internal;

import java.util.Optional;
import java.util.UUID;

/** The change set named by the current call, if any. */
final class CurrentChangeSet {
    private static final ScopedValue<UUID> NAMED = ScopedValue.newInstance();

    private CurrentChangeSet() {}

    static Optional<UUID> named() {
        return NAMED.isBound() ? Optional.of(NAMED.get()) : Optional.empty();
    }

    static <T, X extends Throwable> T within(UUID id, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(NAMED, id).call(work);
    }
}
