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
    /** Set once here: as a property it would be set for each request on a copy of the client. */
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
