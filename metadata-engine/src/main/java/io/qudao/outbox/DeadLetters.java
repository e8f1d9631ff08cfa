package io.qudao.outbox;

import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import java.util.List;

/** Messages of the caller's tenant that a consumer did not take. */
public interface DeadLetters {
    /** The oldest first, those still being tried included. */
    @Permits("outbox.manage")
    List<DeadLetter> list(int limit);

    /** Tries a message again at once, with all its attempts before it. */
    @Permits("outbox.manage")
    @HeadOffice
    void retry(String consumer, long position);

    /** Gives a message up. */
    @Permits("outbox.manage")
    @HeadOffice
    void discard(String consumer, long position);
}
