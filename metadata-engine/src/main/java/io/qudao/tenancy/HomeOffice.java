package io.qudao.tenancy;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;

/** Tells who acts for the tenant itself, its head office: a bean of the module that knows members. */
public interface HomeOffice {
    /** Whether the caller acts for no other partner than the tenant itself. */
    @ByModules
    boolean isActing(Caller caller);

    /** Raises {@code head_office} unless the caller acts for the tenant itself. */
    @ByModules
    default void require(Caller caller) {
        if (!isActing(caller)) {
            throw new ProblemException(CommonProblem.HEAD_OFFICE);
        }
    }
}
