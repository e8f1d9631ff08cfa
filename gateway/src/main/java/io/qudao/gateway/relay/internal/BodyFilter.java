package io.qudao.gateway.relay.internal;

import io.qudao.gateway.Fault;
import io.qudao.gateway.GatewaySettings;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Refusal;
import io.qudao.gateway.Stage;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Limits the size and duration of request bodies. A body that declares too large a size is refused before it is sent.
 */
@Component
@Order(Stage.BODY)
final class BodyFilter implements GlobalFilter {
    private final RequestBody.Limits upload;
    private final RequestBody.Limits other;

    BodyFilter(GatewaySettings settings) {
        GatewaySettings.Size size = settings.size();
        GatewaySettings.BodyTime time = settings.bodyTime();
        upload = new RequestBody.Limits(size.upload().toBytes(), time.pause(), time.upload());
        other = new RequestBody.Limits(size.other().toBytes(), time.pause(), time.other());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        long announced = headers.getContentLength();
        if (announced <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        if (!isOfSomeType(headers)) {
            return Mono.error(new Refusal(Fault.MEDIA_TYPE));
        }
        RequestBody.Limits limits = limits(IncomingRequest.of(exchange).path());
        return announced > limits.bytes()
                ? Mono.error(new Refusal(Fault.TOO_LARGE))
                : chain.filter(new RequestBody(request, limits, System::nanoTime).attachTo(exchange));
    }

    /** Returns the limits for a path: imports use the API or an upload field of a page, which has its own URL. */
    private RequestBody.Limits limits(String path) {
        return path.startsWith("/api/v1/imports") || path.startsWith("/VAADIN/dynamic/resource/") ? upload : other;
    }

    /** Returns whether the type is usable; a wildcard, a malformed type or multipart without a boundary is not. */
    private static boolean isOfSomeType(HttpHeaders headers) {
        try {
            MediaType type = headers.getContentType();
            return type == null
                    || (type.isConcrete()
                            && (!type.getType().equals("multipart") || type.getParameter("boundary") != null));
        } catch (InvalidMediaTypeException broken) {
            return false;
        }
    }
}
