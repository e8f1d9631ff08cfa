package io.qudao.gateway.edge.internal;

import io.qudao.gateway.Destination;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a request through the filters of its destination's route. The destination is already known, so the handler
 * mappings and routes need not be searched.
 */
@Component
final class Routes {
    /** The relay limits the time, starting when the request is sent. */
    private static final long UNLIMITED = -1;

    private final FilteringWebHandler filters;
    private final Map<Destination, Route> routes = new EnumMap<>(Destination.class);

    Routes(FilteringWebHandler filters) {
        this.filters = filters;
        Arrays.stream(Destination.values())
                .filter(destination -> destination != Destination.NOWHERE)
                .forEach(destination -> routes.put(destination, route(destination)));
    }

    Mono<Void> follow(ServerWebExchange exchange, Destination destination) {
        exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, routes.get(destination));
        return filters.handle(exchange);
    }

    private static Route route(Destination destination) {
        return Route.async()
                .id(destination.name())
                .uri(destination.pool().uri())
                .predicate(exchange -> true)
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, UNLIMITED)
                .build();
    }
}
