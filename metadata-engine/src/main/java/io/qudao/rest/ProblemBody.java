package io.qudao.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a problem+json response.
 *
 * @param type URL of the code's description, relative to the host
 * @param title short English name of the status
 * @param detail what is wrong, in the caller's language
 * @param code stable name of the problem
 * @param violations everything that is wrong with the input
 * @param reference number under which it is logged
 */
public record ProblemBody(
        String type, String title, int status, String detail, String code, List<Wrong> violations, String reference) {
    public ProblemBody {
        violations = List.copyOf(violations);
    }

    /** One violation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wrong(
            String field,
            String code,
            String message,
            @Nullable Long row) {}
}
