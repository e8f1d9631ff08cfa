package io.qudao.gateway.internal;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.TimeoutOptions;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
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

    /** Once for all: as a property it would be set again, on a copy of the client, for each request. */
    @Bean
    HttpClientCustomizer connectTimeout(GatewaySettings settings) {
        int millis = (int) settings.connectTimeout().toMillis();
        return client -> client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis);
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
