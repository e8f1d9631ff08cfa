package io.qudao.gateway.relay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Sinks;

class RequestBodyUnitTests {
    private static final Duration NODE = Duration.ofSeconds(30);

    /** Asks for a part when the test says so. */
    private static final class Reader extends BaseSubscriber<DataBuffer> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {}
    }

    private final AtomicLong nanos = new AtomicLong();
    private final Sinks.Many<DataBuffer> client = Sinks.many().unicast().onBackpressureBuffer();
    private final Reader node = new Reader();
    private final RequestBody body = new RequestBody(
            MockServerHttpRequest.post("/x").body(client.asFlux()),
            new RequestBody.Limits(10, Duration.ofSeconds(10), Duration.ofSeconds(25)),
            nanos::get);

    @BeforeEach
    void read() {
        body.getBody().subscribe(node);
    }

    private void passes(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void send(String text) {
        client.tryEmitNext(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
    }

    @Test
    void waitsForTheNodeUntilItAsks() {
        passes(12);
        assertThat(body.isClientsTurn()).isFalse();
        assertThat(body.left(NODE)).hasSeconds(18);
        node.request(1);
        assertThat(body.isClientsTurn()).isTrue();
        assertThat(body.left(NODE)).hasSeconds(10);
    }

    @Test
    void waitsForEachPartAndForAllTogether() {
        node.request(10);
        passes(9);
        send("a");
        assertThat(body.left(NODE)).hasSeconds(10);
        passes(9);
        send("b");
        assertThat(body.left(NODE)).hasSeconds(7);
        passes(7);
        assertThat(body.left(NODE)).isZero();
        assertThat(body.isClientsTurn()).isTrue();
    }

    @Test
    void countsNoTimeOfTheNodeAgainstTheClient() {
        node.request(1);
        passes(5);
        send("a");
        passes(29);
        assertThat(body.isClientsTurn()).isFalse();
        assertThat(body.left(NODE)).hasSeconds(1);
        node.request(1);
        passes(9);
        send("b");
        node.request(1);
        assertThat(body.left(NODE)).hasSeconds(10);
        passes(9);
        assertThat(body.left(NODE)).hasSeconds(1);
    }

    @Test
    void givesTheNodeItsTimeOnceTheBodyIsThere() {
        node.request(Long.MAX_VALUE);
        passes(9);
        send("a");
        client.tryEmitComplete().orThrow();
        assertThat(body.isClientsTurn()).isFalse();
        assertThat(body.left(NODE)).isEqualTo(NODE);
        assertThat(body.isBroken()).isFalse();
    }

    @Test
    void waitsForANodeWithoutLimitAsLongAsItTakes() {
        passes(3600);
        assertThat(body.left(null)).isPositive();
    }

    @Test
    void knowsThatTheClientBrokeOff() {
        node.request(1);
        client.tryEmitError(new IllegalStateException("gone")).orThrow();
        assertThat(body.isBroken()).isTrue();
    }
}
