package io.qudao.metadata.internal;

import io.qudao.kernel.Violations;

/** One rule of what a release may look like. */
@FunctionalInterface
interface Check {
    void check(ProposedState proposed, Violations violations);
}
