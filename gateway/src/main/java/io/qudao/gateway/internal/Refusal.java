package io.qudao.gateway.internal;

import java.util.Map;

/** Ends a request at the gateway; {@link RefusalHandler} answers it. Cheap: it has no stack trace. */
final class Refusal extends RuntimeException {
    private final Fault fault;
    private final transient Map<String, String> headers;

    Refusal(Fault fault) {
        this(fault, Map.of());
    }

    /** With headers that the answer carries. */
    Refusal(Fault fault, Map<String, String> headers) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.headers = Map.copyOf(headers);
    }

    Fault fault() {
        return fault;
    }

    Map<String, String> headers() {
        return headers;
    }
}
