package io.qudao.gateway;

import org.springframework.http.HttpStatus;

/** Why the gateway itself responds with an error; the text of each is the message {@code problem.<code>}. */
public enum Fault {
    UNKNOWN_HOST("gateway.unknown_host", HttpStatus.NOT_FOUND),
    NOT_FOUND("not_found", HttpStatus.NOT_FOUND),
    DUBIOUS_PATH("gateway.dubious_path", HttpStatus.BAD_REQUEST),
    MALFORMED("malformed", HttpStatus.BAD_REQUEST),
    ADDRESS_TOO_LONG("gateway.address_too_long", HttpStatus.URI_TOO_LONG),
    HEADERS_TOO_LARGE("gateway.headers_too_large", HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    EXPECTATION("gateway.expectation", HttpStatus.EXPECTATION_FAILED),
    TOKEN_MISSING("gateway.token_missing", HttpStatus.UNAUTHORIZED),
    TOKEN_INVALID("gateway.token_invalid", HttpStatus.UNAUTHORIZED),
    FOREIGN_TENANT("gateway.foreign_tenant", HttpStatus.FORBIDDEN),
    SLOW_BODY("gateway.slow_body", HttpStatus.REQUEST_TIMEOUT),
    MEDIA_TYPE("gateway.media_type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_LARGE("too_large", HttpStatus.CONTENT_TOO_LARGE),
    LIMIT("limit", HttpStatus.TOO_MANY_REQUESTS),
    /** No backend could accept the request; nothing was done. */
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    /** The backend aborted the response; what it did is unknown. */
    BROKEN_OFF("gateway.broken_off", HttpStatus.BAD_GATEWAY),
    TIMEOUT("gateway.timeout", HttpStatus.GATEWAY_TIMEOUT),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String code;
    private final HttpStatus status;

    Fault(String code, HttpStatus status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }
}
