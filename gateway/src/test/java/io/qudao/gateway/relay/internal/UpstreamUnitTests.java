package io.qudao.gateway.relay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.qudao.gateway.Destination;
import io.qudao.gateway.SettingsFixture;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstreamUnitTests {
    private static final int SILENCES = 3;

    private final Upstream upstream = new Upstreams(SettingsFixture.addresses(
                    URI.create("http://127.0.0.1:1"),
                    Map.of("n1", URI.create("http://127.0.0.1:2"), "n2", URI.create("http://127.0.0.1:3/"))))
            .of(Destination.PAGES);
    private final Node first = upstream.nodes().getFirst();
    private final Node second = upstream.nodes().getLast();

    @Test
    void takesNodesInTurn() {
        Node one = upstream.choose(null, List.of()).orElseThrow();
        Node two = upstream.choose(null, List.of()).orElseThrow();
        assertThat(List.of(one, two)).containsExactlyInAnyOrder(first, second);
        assertThat(upstream.choose(null, List.of())).contains(one);
    }

    @Test
    void prefersNodeOfSession() {
        for (int i = 0; i < 4; i++) {
            assertThat(upstream.choose("n2", List.of())).contains(second);
        }
    }

    @Test
    void leavesOutWhatIsDownOrTried() {
        first.refused();
        assertThat(upstream.choose("n1", List.of())).contains(second);
        assertThat(upstream.choose(null, List.of(first, second))).isEmpty();
        first.answered(false);
        assertThat(upstream.choose("n1", List.of())).contains(second);
    }

    @Test
    void triesWhatSeemsDownBeforeRefusing() {
        first.refused();
        assertThat(upstream.choose("n1", List.of(second))).contains(first);
        second.answered(false);
        assertThat(upstream.choose("n2", List.of())).contains(second);
        assertThat(upstream.choose("n2", List.of(second))).contains(first);
    }

    @Test
    void bearsWithBusyNodeForAWhile() {
        for (int i = 1; i < SILENCES; i++) {
            first.keptSilent();
        }
        assertThat(first.isUp()).isTrue();
        first.answered(true);
        for (int i = 0; i < SILENCES; i++) {
            first.keptSilent();
        }
        assertThat(first.isUp()).isFalse();
    }

    @Test
    void takesOnlyRefusedConnectionForNobodyListening() {
        assertThat(Node.isRefusal(new ConnectException("Connection refused"))).isTrue();
        assertThat(Node.isRefusal(new ConnectTimeoutException("connection timed out after 2000 ms")))
                .isFalse();
        assertThat(Node.isRefusal(new ConnectException("Cannot assign requested address")))
                .isFalse();
        assertThat(Node.isRefusal(new IOException("Connection reset by peer"))).isFalse();
    }

    @Test
    void resolvesAddressesAtNode() {
        assertThat(second.resolve("/a?b=c")).isEqualTo(URI.create("http://127.0.0.1:3/a?b=c"));
    }
}
