package io.qudao.metadata.internal.check;

import io.qudao.kernel.Violations;

/** One rule for releases. */
@FunctionalInterface
interface Check {
    void check(ProposedState proposed, Violations violations);
}
