package io.qudao.metadata.internal;

import io.qudao.metadata.Metadata;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Configures the tables, the release of a request, and the listener for releases of other nodes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetadataProperties.class)
class MetadataConfiguration {
    private static final int ORDER = 10;

    @Bean
    static ModulePermissions metadataPermissions() {
        return ModulePermissions.of("metadata.read", "metadata.edit", "metadata.publish");
    }

    @Bean
    static ModuleSchema metadataSchema() {
        return new ModuleSchema("engine", "metadata", ORDER);
    }

    @Bean
    FilterRegistrationBean<ReleaseScopeFilter> releaseScopeFilter(Metadata metadata) {
        var registration = new FilterRegistrationBean<>(new ReleaseScopeFilter(metadata));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    ReleaseListener releaseListener(RedisConnectionFactory connections, Revisions revisions) {
        return new ReleaseListener(connections, ReleaseSignal.listener(revisions));
    }
}
