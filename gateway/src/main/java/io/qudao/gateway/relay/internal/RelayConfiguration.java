package io.qudao.gateway.relay.internal;

import io.netty.channel.ChannelOption;
import io.qudao.gateway.GatewaySettings;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class RelayConfiguration {
    /** Set once here: as a property it would be set for each request on a copy of the client. */
    @Bean
    HttpClientCustomizer connectTimeout(GatewaySettings settings) {
        int millis = (int) settings.connectTimeout().toMillis();
        return client -> client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis);
    }

    /** In front of the server's own handling of requests. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> directRelay(DirectRelays relays) {
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, "relay", new DirectRelay(relays))));
    }

    @Bean
    PassedHeaders.OfRequest passedHeadersOfRequest() {
        return new PassedHeaders.OfRequest();
    }

    @Bean
    PassedHeaders.OfAnswer passedHeadersOfAnswer() {
        return new PassedHeaders.OfAnswer();
    }

    /**
     * Removes the default filters, because {@link PassedHeaders} does their work without a further copy of all headers
     * for each.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor oneHeadersFilter() {
        return registry -> List.of(
                        "removeForwardedHeadersFilter", "removeXForwardedHeadersFilter", "removeHopByHopHeadersFilter")
                .forEach(registry::removeBeanDefinition);
    }
}
