package io.qudao.metadata.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param checkInterval how long a node uses its knowledge of a tenant's newest release without asking the database
 * @param mostCached maximum number of components of compiled releases kept by a node, over all tenants
 * @param mostObjects maximum number of own objects of a tenant
 * @param mostFields maximum number of own fields of an object
 */
@ConfigurationProperties("qudao.metadata")
public record MetadataProperties(
        @DefaultValue("500ms") Duration checkInterval,
        @DefaultValue("500000") int mostCached,
        @DefaultValue("200") int mostObjects,
        @DefaultValue("400") int mostFields) {
    public MetadataProperties {
        if (checkInterval.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("qudao.metadata.check-interval must be at most one second");
        }
    }
}
