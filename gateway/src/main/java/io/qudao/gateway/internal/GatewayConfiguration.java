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
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    /** {@link NodeFilter} limits the time, from when the request is sent. */
    private static final long UNLIMITED = -1;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One route for each destination; {@link NodeFilter} finds the address. */
    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (Destination destination : Destination.values()) {
            if (destination != Destination.NOWHERE) {
                routes.route(
                        destination.name(),
                        route -> route.predicate(exchange -> Arrival.isFor(exchange, destination))
                                .metadata(RESPONSE_TIMEOUT_ATTR, UNLIMITED)
                                .uri("node://" + destination.pool().name().toLowerCase(Locale.ROOT)));
            }
        }
        return routes.build();
    }

    /** Next to the codec, before anything of the server judges what it decoded. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> unreadable(UnreadableRequests unreadable) {
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "unreadable", unreadable)));
    }

    @Bean
    TokenVerifier tokenVerifier(GatewaySettings settings, RevokedTokens revoked, Clock clock) {
        var keys = Objects.requireNonNull(settings.tenantService()).resolve("/oauth2/jwks");
        return new TokenVerifier(new SigningKeys(keys, clock), revoked, clock);
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
