package io.qudao.ordering.internal;

import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The requirements for a draft as a whole before it is priced. */
enum DraftPolicy {
    EXTERNAL_NUMBER_HAS_A_LENGTH {
        @Override
        Optional<Violation> refusal(OrderDraft draft) {
            String number = draft.references().externalNumber();
            boolean fits = number == null || (!number.isBlank() && number.length() <= LONGEST_NUMBER);
            return fits ? Optional.empty() : Optional.of(Violation.of("externalNumber", "length", 1, LONGEST_NUMBER));
        }
    },
    HAS_SOME_LINES {
        @Override
        Optional<Violation> refusal(OrderDraft draft) {
            boolean fits = !draft.lines().isEmpty() && draft.lines().size() <= MOST_LINES;
            return fits ? Optional.empty() : Optional.of(Violation.of("lines", "size", 1, MOST_LINES));
        }
    };

    private static final int LONGEST_NUMBER = 100;
    private static final int MOST_LINES = 2_000;

    abstract Optional<Violation> refusal(OrderDraft draft);

    /** Returns all violations. */
    static List<Violation> refusals(OrderDraft draft) {
        return Stream.of(values())
                .flatMap(policy -> policy.refusal(draft).stream())
                .toList();
    }
}
