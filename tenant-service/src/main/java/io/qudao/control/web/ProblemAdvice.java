package io.qudao.control.web;

import io.qudao.control.store.DatabaseOutage;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Converts exceptions of REST handlers to problem documents that name the field and the reason. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice {

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void refuse(ProblemException failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(request, response, failure);
    }

    @ExceptionHandler
    void refuseBody(HttpMessageNotReadableException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writer.write(request, response, unreadable(failure.getCause()));
    }

    @ExceptionHandler
    void refuseArgument(
            MethodArgumentTypeMismatchException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writer.write(request, response, invalid(Violation.of(failure.getName(), "not_readable")));
    }

    @ExceptionHandler({
        HttpMediaTypeException.class,
        ServletRequestBindingException.class,
        HttpRequestMethodNotSupportedException.class
    })
    void refuseRequest(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(request, response, new ProblemException(CommonProblem.MALFORMED, failure.getMessage()));
    }

    @ExceptionHandler
    void fail(RuntimeException failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = DatabaseOutage.caused(failure) ? CommonProblem.UNAVAILABLE : CommonProblem.INTERNAL;
        writer.write(request, response, new ProblemException(problem, List.of(), failure));
    }

    private static ProblemException unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> invalid(Violation.of(path(unknown), "unknown_field"));
            case StreamReadException broken -> new ProblemException(CommonProblem.MALFORMED, place(broken));
            case DatabindException mismatch -> invalid(Violation.of(path(mismatch), "not_readable"));
            case null, default -> new ProblemException(CommonProblem.MALFORMED, "");
        };
    }

    private static ProblemException invalid(Violation violation) {
        return new ProblemException(CommonProblem.INVALID_INPUT, List.of(violation));
    }

    private static String place(StreamReadException broken) {
        var location = broken.getLocation();
        return location == null ? "" : location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String path(DatabindException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
