package io.qudao.gateway.relay.internal;

import io.netty.channel.EventLoop;
import io.qudao.gateway.Stage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/**
 * Returns a request to the event loop of its connection, which it left to query Redis. A websocket needs this: if
 * upgraded by another thread, its first message may be read before the upgrade is complete and be lost. Other requests
 * benefit too, because reactor-netty then takes a connection to the node from the same loop.
 */
@Component
@Order(Stage.LOOP)
final class LoopFilter implements GlobalFilter {
    /** One for each loop; there are as many loops as processors. */
    private final Map<EventLoop, Scheduler> schedulers = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Object request = nativeRequest(exchange.getRequest());
        if (request instanceof Connection connection) {
            EventLoop loop = connection.channel().eventLoop();
            if (!loop.inEventLoop()) {
                return chain.filter(exchange)
                        .subscribeOn(schedulers.computeIfAbsent(loop, Schedulers::fromExecutorService));
            }
        }
        return chain.filter(exchange);
    }

    private static Object nativeRequest(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request);
    }
}
