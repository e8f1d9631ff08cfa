package io.qudao.rest.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Translates what Spring MVC refuses before a handler runs. */
final class Refusals {
    private Refusals() {}

    static Failure understand(ErrorResponse refusal) {
        int status = refusal.getStatusCode().value();
        return switch (refusal) {
            case MissingServletRequestParameterException missing ->
                invalid(Violation.of(missing.getParameterName(), "required"));
            case MissingServletRequestPartException missing ->
                invalid(Violation.of(missing.getRequestPartName(), "required"));
            case MissingRequestHeaderException missing -> invalid(Violation.of(missing.getHeaderName(), "required"));
            case MethodArgumentNotValidException wrong -> invalid(fields(wrong));
            case HttpRequestMethodNotSupportedException method ->
                new Failure(new ProblemException(HttpProblem.METHOD, method.getMethod()), status);
            case HttpMediaTypeNotSupportedException type -> new Failure(mediaType(type), status);
            case MaxUploadSizeExceededException large ->
                Failure.of(new ProblemException(CommonProblem.TOO_LARGE, limit(large)));
            default -> byStatus(status, (Exception) refusal);
        };
    }

    /** Translates a path variable or a parameter of the wrong type. */
    static Failure understand(MethodArgumentTypeMismatchException wrong) {
        return invalid(Violation.of(wrong.getName(), "wrong_type", typeName(wrong.getRequiredType())));
    }

    private static Failure byStatus(int status, Exception refusal) {
        var code = switch (status) {
            case 404 -> HttpProblem.NO_ENDPOINT;
            case 406 -> HttpProblem.NOT_ACCEPTABLE;
            case 413 -> CommonProblem.TOO_LARGE;
            default -> status < 500 ? HttpProblem.REQUEST : CommonProblem.INTERNAL;
        };
        return new Failure(new ProblemException(code, List.of(), refusal, ""), status);
    }

    private static Failure invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    private static Failure invalid(List<Violation> violations) {
        return Failure.of(new ProblemException(CommonProblem.INVALID_INPUT, violations));
    }

    /** Translates parameters that are bound together as a record, such as those of a page. */
    private static List<Violation> fields(MethodArgumentNotValidException wrong) {
        var parts = wrong.getParameter().getParameterType().getRecordComponents();
        return wrong.getFieldErrors().stream()
                .map(error -> Violation.of(error.getField(), "wrong_type", typeName(part(parts, error.getField()))))
                .toList();
    }

    private static @Nullable Class<?> part(RecordComponent @Nullable [] parts, String name) {
        return parts == null
                ? null
                : Arrays.stream(parts)
                        .filter(part -> part.getName().equals(name))
                        .<Class<?>>map(RecordComponent::getType)
                        .findFirst()
                        .orElse(null);
    }

    private static ProblemException mediaType(HttpMediaTypeNotSupportedException type) {
        var supported =
                type.getSupportedMediaTypes().stream().map(MediaType::toString).toList();
        return new ProblemException(
                HttpProblem.MEDIA_TYPE, String.valueOf(type.getContentType()), String.join(", ", supported));
    }

    private static String limit(MaxUploadSizeExceededException large) {
        return large.getMaxUploadSize() < 0 ? "" : large.getMaxUploadSize() / 1024 + " KiB";
    }

    private static String typeName(@Nullable Class<?> type) {
        return type == null ? "" : TypeNames.of(type);
    }
}
