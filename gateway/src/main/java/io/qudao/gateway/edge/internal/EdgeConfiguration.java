package io.qudao.gateway.edge.internal;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    /** Installed next to the codec, before anything in the server examines what it decoded. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> unreadable(UnreadableRequests unreadable) {
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "unreadable", unreadable)));
    }
}
