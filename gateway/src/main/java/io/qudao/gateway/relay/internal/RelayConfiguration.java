package io.qudao.gateway.relay.internal;

import io.netty.channel.ChannelOption;
import io.qudao.gateway.GatewaySettings;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RelayConfiguration {
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
}
