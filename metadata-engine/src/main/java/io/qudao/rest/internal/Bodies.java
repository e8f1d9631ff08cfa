package io.qudao.rest.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains why a JSON body could not be read, and names the field. */
final class Bodies {
    private Bodies() {}

    static ProblemException understand(HttpMessageNotReadableException unread) {
        for (Throwable cause = unread.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof BodyTooLargeException large) {
                return new ProblemException(CommonProblem.TOO_LARGE, large.limit());
            }
        }
        return unread.getCause() instanceof JacksonException failed
                ? understand(failed)
                : new ProblemException(CommonProblem.MALFORMED, List.of(Violation.of("", "missing_body")), unread);
    }

    private static ProblemException understand(JacksonException failed) {
        return switch (failed) {
            case InputCoercionException large ->
                invalid(Violation.of(path(large), "wrong_type", TypeNames.of(large.getTargetType())), large);
            case StreamReadException broken -> malformed(broken);
            case UnrecognizedPropertyException unknown ->
                invalid(Violation.of(path(unknown), "unknown_field", unknown.getPropertyName()), unknown);
            case InvalidFormatException wrong
            when wrong.getTargetType() == String.class ->
                invalid(Violation.of(path(wrong), "unstorable_character"), wrong);
            case InvalidFormatException wrong ->
                invalid(
                        Violation.of(path(wrong), "wrong_value", wrong.getValue(), TypeNames.of(wrong.getTargetType())),
                        wrong);
            case MismatchedInputException wrong when saysOf(wrong, "Trailing token") -> malformed(wrong);
            case MismatchedInputException wrong -> invalid(mismatch(wrong), wrong);
            case DatabindException wrong -> invalid(Violation.of(path(wrong), "not_valid"), wrong);
            default -> malformed(failed);
        };
    }

    private static Violation mismatch(MismatchedInputException wrong) {
        Class<?> type = wrong.getTargetType();
        if (saysOf(wrong, "No content")) {
            return Violation.of("", "missing_body");
        }
        return Violation.of(path(wrong), "wrong_type", type == null ? "value" : TypeNames.of(type));
    }

    /** Jackson has no exception type of its own for errors of the document as a whole. */
    private static boolean saysOf(MismatchedInputException wrong, String beginning) {
        return wrong.getPath().isEmpty() && wrong.getOriginalMessage().startsWith(beginning);
    }

    private static ProblemException malformed(JacksonException broken) {
        var location = broken.getLocation();
        var violation = location == null
                ? Violation.of("", "malformed_json", 1, 1)
                : Violation.of("", "malformed_json", location.getLineNr(), location.getColumnNr());
        return new ProblemException(CommonProblem.MALFORMED, List.of(violation), broken);
    }

    private static ProblemException invalid(Violation violation, @Nullable Throwable cause) {
        return new ProblemException(CommonProblem.INVALID_INPUT, List.of(violation), cause);
    }

    private static String path(JacksonException failed) {
        var path = new StringBuilder();
        for (var step : failed.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
