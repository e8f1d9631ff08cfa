package io.qudao.gateway.relay.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.qudao.gateway.Destination;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Counts direct calls: by the names that the gateway's filter counts all other requests by, and once more by themselves, as
 * {@code qudao.gateway.direct}. Those under way are {@code qudao.gateway.direct.active}.
 */
@Component
final class DirectMetrics {
    private record Kind(String method, Destination destination, int status) {}

    private final MeterRegistry meters;
    private final Counter direct;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    DirectMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.direct = meters.counter("qudao.gateway.direct");
    }

    void watch(AtomicInteger active) {
        meters.gauge("qudao.gateway.direct.active", active);
    }

    void record(String method, Destination destination, int status, long nanos) {
        direct.increment();
        timers.computeIfAbsent(new Kind(method, destination, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        HttpStatus known = HttpStatus.resolve(kind.status());
        return meters.timer(
                "spring.cloud.gateway.requests",
                "outcome",
                known == null ? "CUSTOM" : known.series().name(),
                "status",
                known == null ? Integer.toString(kind.status()) : known.name(),
                "httpStatusCode",
                Integer.toString(kind.status()),
                "httpMethod",
                kind.method(),
                "routeId",
                kind.destination().name(),
                "routeUri",
                kind.destination().pool().uri().toString());
    }
}
