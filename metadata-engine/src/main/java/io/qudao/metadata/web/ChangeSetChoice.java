package io.qudao.metadata.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ChangeSets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The change set named by a request, if any. */
@Component
final class ChangeSetChoice {
    private final ChangeSets changeSets;

    ChangeSetChoice(ChangeSets changeSets) {
        this.changeSets = changeSets;
    }

    /** @param id malformed ids match nothing; null stands for the change set the caller has chosen */
    <T> T in(@Nullable String id, Supplier<T> work) {
        return id == null ? work.get() : changeSets.within(id(id), work::get);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new ProblemException(CommonProblem.NOT_FOUND, List.of(), notOne);
        }
    }
}
