package io.qudao.outbox;

import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.util.List;

/** Messages of the caller's tenant that a consumer rejected. */
public interface DeadLetters {
    /**
     * Returns them oldest first, including those still being retried.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong limit
     */
    @Permits("outbox.manage")
    List<DeadLetter> list(int limit);

    /**
     * Retries a message immediately, with its full number of attempts again.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("outbox.manage")
    @HeadOffice
    void retry(String consumer, long position);

    /**
     * Discards a message.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("outbox.manage")
    @HeadOffice
    void discard(String consumer, long position);
}
