package io.qudao.gateway.relay.internal;

import io.qudao.gateway.Fault;
import io.qudao.gateway.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * The body of a request on its way to a node, limited in size and time. At each moment we wait either for the client,
 * if the node has asked for more, or for the node, so it is known who is late.
 */
final class RequestBody extends ServerHttpRequestDecorator {
    /**
     * @param bytes maximum size of the body
     * @param pause the longest wait for the next part
     * @param whole the longest wait for all parts together
     */
    record Limits(long bytes, Duration pause, Duration whole) {}

    private static final String ATTRIBUTE = RequestBody.class.getName();

    private final Limits limits;
    private final LongSupplier nanos;
    private long bytes;
    private long wanted;
    private long turnSince;
    private long waitedForClient;
    private boolean complete;
    private boolean broken;

    RequestBody(ServerHttpRequest request, Limits limits, LongSupplier nanos) {
        super(request);
        this.limits = limits;
        this.nanos = nanos;
        this.turnSince = nanos.getAsLong();
    }

    /** Returns the body of an exchange, if it has one. */
    static @Nullable RequestBody of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    ServerWebExchange attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
        return exchange.mutate().request(this).build();
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody()
                .doOnRequest(this::want)
                .map(this::pass)
                .doOnComplete(this::end)
                .doOnError(failure -> !(failure instanceof Refusal), failure -> breakOff());
    }

    /** Refuses a request whose body did not arrive completely: nothing more can be read from its connection. */
    static Refusal refusal(Fault fault) {
        return new Refusal(fault, Map.of(HttpHeaders.CONNECTION, "close"));
    }

    /** Returns whether the client aborted the body or sent a malformed one. */
    synchronized boolean isBroken() {
        return broken;
    }

    /**
     * Fails as soon as one side is late: with a refusal if it is the client, with a timeout if it is the node.
     *
     * @param nodeLimit how long the node may take to read on or to begin its response; unlimited if null
     */
    Mono<Void> lateness(@Nullable Duration nodeLimit) {
        return Mono.defer(() -> {
            Duration left = left(nodeLimit);
            return left.isPositive()
                    ? Mono.delay(left).then(lateness(nodeLimit))
                    : Mono.error(isClientsTurn() ? refusal(Fault.SLOW_BODY) : new TimeoutException("no answer"));
        });
    }

    /** Returns how long the side we wait for may still take. */
    synchronized Duration left(@Nullable Duration nodeLimit) {
        Duration waiting = waiting();
        if (isClientsTurn()) {
            Duration pause = limits.pause().minus(waiting);
            Duration whole = limits.whole().minus(waiting).minusNanos(waitedForClient);
            return pause.compareTo(whole) < 0 ? pause : whole;
        }
        return nodeLimit == null ? limits.pause() : nodeLimit.minus(waiting);
    }

    synchronized boolean isClientsTurn() {
        return wanted > 0 && !complete;
    }

    private Duration waiting() {
        return Duration.ofNanos(nanos.getAsLong() - turnSince);
    }

    private synchronized void want(long parts) {
        if (wanted == 0) {
            turnSince = nanos.getAsLong();
        }
        wanted = Operators.addCap(wanted, parts);
    }

    private DataBuffer pass(DataBuffer part) {
        if (count(part.readableByteCount()) > limits.bytes()) {
            DataBufferUtils.release(part);
            throw new Refusal(Fault.TOO_LARGE);
        }
        return part;
    }

    private synchronized long count(int size) {
        waitedForClient += waiting().toNanos();
        turnSince = nanos.getAsLong();
        if (wanted != Long.MAX_VALUE) {
            wanted--;
        }
        bytes += size;
        return bytes;
    }

    private synchronized void end() {
        complete = true;
        turnSince = nanos.getAsLong();
    }

    private synchronized void breakOff() {
        broken = true;
    }
}
