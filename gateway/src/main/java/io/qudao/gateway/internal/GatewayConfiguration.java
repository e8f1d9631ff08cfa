package io.qudao.gateway.internal;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.TimeoutOptions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    private static final long UNLIMITED = -1;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One route for each destination; {@link NodeFilter} finds the address. */
    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, GatewaySettings settings) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (Destination destination : Destination.values()) {
            if (destination != Destination.NOWHERE) {
                long limit = destination.isTimed() ? settings.apiTimeout().toMillis() : UNLIMITED;
                routes.route(
                        destination.name(),
                        route -> route.predicate(exchange -> Arrival.isFor(exchange, destination))
                                .metadata(RESPONSE_TIMEOUT_ATTR, limit)
                                .uri("node://" + destination.pool().name().toLowerCase(Locale.ROOT)));
            }
        }
        return routes.build();
    }

    @Bean
    TokenVerifier tokenVerifier(GatewaySettings settings, Clock clock) {
        var keys = Objects.requireNonNull(settings.tenantService()).resolve("/oauth2/jwks");
        return new TokenVerifier(new SigningKeys(keys, clock), clock);
    }

    @Bean
    PassedHeaders.OfRequest passedHeadersOfRequest() {
        return new PassedHeaders.OfRequest();
    }

    @Bean
    PassedHeaders.OfAnswer passedHeadersOfAnswer() {
        return new PassedHeaders.OfAnswer();
    }

    /** {@link PassedHeaders} does what these would do, each in one more copy of all headers. */
    @Bean
    static BeanDefinitionRegistryPostProcessor oneHeadersFilter() {
        return registry -> List.of(
                        "removeForwardedHeadersFilter", "removeXForwardedHeadersFilter", "removeHopByHopHeadersFilter")
                .forEach(registry::removeBeanDefinition);
    }

    /** A command fails at once while Redis is away, instead of waiting for it. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled());
    }
}
