package io.qudao.rest.internal;

import io.qudao.kernel.ProblemCode;
import org.springframework.http.HttpStatus;

/** Problems of HTTP itself. */
enum HttpProblem implements ProblemCode {
    NO_ENDPOINT("rest.no_endpoint", Kind.NOT_FOUND),
    METHOD("rest.method", Kind.USER),
    MEDIA_TYPE("rest.media_type", Kind.USER),
    NO_MEDIA_TYPE("rest.no_media_type", Kind.USER),
    NOT_ACCEPTABLE("rest.not_acceptable", Kind.USER),
    REQUEST("rest.request", Kind.USER),
    BUSY("rest.busy", Kind.CONFLICT),
    SLOW("rest.slow", Kind.DEPENDENCY);

    private final String code;
    private final Kind kind;

    HttpProblem(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    int status() {
        return this == NO_MEDIA_TYPE ? HttpStatus.UNSUPPORTED_MEDIA_TYPE.value() : kind.status();
    }
}
