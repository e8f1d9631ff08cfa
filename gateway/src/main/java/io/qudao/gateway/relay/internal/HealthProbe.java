package io.qudao.gateway.relay.internal;

import io.qudao.gateway.GatewaySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Probes repeatedly whether every node is ready. */
@Component
final class HealthProbe implements SmartLifecycle {
    private static final String READINESS = "/actuator/health/readiness";
    private static final int CONNECTIONS = 16;

    private final HttpClient client = HttpClient.create(ConnectionProvider.create("health", CONNECTIONS));
    private final Upstreams upstreams;
    private final GatewaySettings.Health health;
    private volatile @Nullable Disposable asking;

    HealthProbe(Upstreams upstreams, GatewaySettings settings) {
        this.upstreams = upstreams;
        this.health = settings.health();
    }

    @Override
    public void start() {
        asking = Flux.fromIterable(upstreams.nodes())
                .flatMap(this::askForever, Integer.MAX_VALUE)
                .subscribe();
    }

    private Flux<Void> askForever(Node node) {
        return Mono.defer(() -> ask(node)).repeatWhen(done -> done.delayElements(health.period()));
    }

    private Mono<Void> ask(Node node) {
        return client.get()
                .uri(node.resolve(READINESS))
                .responseSingle((response, body) ->
                        body.then(Mono.just(response.status().code() == 200)))
                .timeout(health.timeout())
                .doOnNext(node::answered)
                .onErrorResume(failure -> {
                    if (Node.isRefusal(failure)) {
                        node.refused();
                    } else {
                        node.keptSilent();
                    }
                    return Mono.empty();
                })
                .then();
    }

    @Override
    public void stop() {
        Disposable running = asking;
        if (running != null) {
            running.dispose();
            asking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return asking != null;
    }
}
