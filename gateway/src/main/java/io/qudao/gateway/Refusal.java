package io.qudao.gateway;

import java.util.Map;

/** Ends a request at the gateway; the edge writes the response. It is cheap because it has no stack trace. */
public final class Refusal extends RuntimeException {
    private final Fault fault;
    private final transient Map<String, String> headers;

    public Refusal(Fault fault) {
        this(fault, Map.of());
    }

    /** Creates a refusal with headers for the response. */
    public Refusal(Fault fault, Map<String, String> headers) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.headers = Map.copyOf(headers);
    }

    public Fault fault() {
        return fault;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
