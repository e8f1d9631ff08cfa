package io.qudao.gateway.internal;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Limits request bodies: by the announced length, or by counting when none is announced. */
@Component
@Order(Stage.SIZE)
final class SizeFilter implements GlobalFilter {
    private final long upload;
    private final long other;

    SizeFilter(GatewaySettings settings) {
        upload = settings.size().upload().toBytes();
        other = settings.size().other().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long limit = limit(Arrival.of(exchange).path());
        long announced = request.getHeaders().getContentLength();
        if (announced > limit) {
            return Mono.error(new Refusal(Fault.TOO_LARGE));
        }
        boolean chunked = announced < 0 && request.getHeaders().containsHeader("Transfer-Encoding");
        return chain.filter(
                chunked ? exchange.mutate().request(new Counted(request, limit)).build() : exchange);
    }

    /** Imports come by the API, or by an upload field of a page, which has an address of its own. */
    private long limit(String path) {
        return path.startsWith("/api/v1/imports") || path.startsWith("/VAADIN/dynamic/resource/") ? upload : other;
    }

    private static final class Counted extends ServerHttpRequestDecorator {
        private final long limit;

        Counted(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                AtomicLong seen = new AtomicLong();
                return super.getBody().map(part -> {
                    if (seen.addAndGet(part.readableByteCount()) > limit) {
                        DataBufferUtils.release(part);
                        throw new Refusal(Fault.TOO_LARGE);
                    }
                    return part;
                });
            });
        }
    }
}
