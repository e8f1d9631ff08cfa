package io.qudao.tenancy;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;

/**
 * Determines who acts for the tenant itself, its head office; implemented by a bean of the module that knows members.
 */
public interface HomeOffice {
    /** Returns whether the caller acts for the tenant itself and not for a partner. */
    @ByModules
    boolean isActing(Caller caller);

    /**
     * Requires that the caller acts for the tenant itself.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#HEAD_OFFICE}
     */
    @ByModules
    default void require(Caller caller) {
        if (!isActing(caller)) {
            throw new ProblemException(CommonProblem.HEAD_OFFICE);
        }
    }
}
