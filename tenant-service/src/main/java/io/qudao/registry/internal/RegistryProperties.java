package io.qudao.registry.internal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the directory gives out.
 *
 * @param shards databases that take new tenants; one that is no longer named keeps its tenants and takes no more
 */
@ConfigurationProperties("qudao.public")
record RegistryProperties(List<String> shards) {

    RegistryProperties {
        shards = List.copyOf(shards);
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("qudao.public.shards names at least one shard");
        }
    }
}
