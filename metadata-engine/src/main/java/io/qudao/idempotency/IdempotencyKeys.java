package io.qudao.idempotency;

import io.qudao.kernel.ByModules;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out requests once for each key of a member. The key is claimed before anything else of the request is checked,
 * in the transaction of what it writes: a repeated request gets what the first one wrote, whatever has changed since;
 * of several at the same time one is carried out, and the others wait for it; a refused one leaves no key.
 *
 * <p>A request with other content under a known key is refused with {@link io.qudao.kernel.CommonProblem#KEY_REUSED}.
 * Contents are compared by {@link io.qudao.kernel.Fingerprint}, so by value. A key that is blank or too long is {@link
 * io.qudao.kernel.CommonProblem#INVALID_INPUT}.
 */
public interface IdempotencyKeys {
    String HEADER = "Idempotency-Key";

    int LONGEST = 200;

    /**
     * @param first carries the request out
     * @param made names what it wrote
     * @param again reads that for a repeated request, as it is now
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a key that is
     *     blank or too long, {@link io.qudao.kernel.CommonProblem#KEY_REUSED} for other content under the key, or what
     *     {@code first} or {@code again} raises
     */
    @ByModules
    <T> T once(KeyedRequest request, Supplier<T> first, Function<T, Made> made, Function<Made, T> again);

    /**
     * Saves a statement for whoever chooses the ids of what it will write beforehand.
     *
     * @param planned what {@code first} will write, if it succeeds
     * @throws io.qudao.kernel.ProblemException as {@link #once(KeyedRequest, Supplier, Function, Function)}
     */
    @ByModules
    <T> T once(KeyedRequest request, Made planned, Supplier<T> first, Function<Made, T> again);

    /**
     * Carries out a request whose result nobody reads.
     *
     * @throws io.qudao.kernel.ProblemException as {@link #once(KeyedRequest, Supplier, Function, Function)}
     */
    @ByModules
    default void once(KeyedRequest request, Runnable first) {
        once(
                request,
                Made.NOTHING,
                () -> {
                    first.run();
                    return Made.NOTHING;
                },
                Function.identity());
    }
}
