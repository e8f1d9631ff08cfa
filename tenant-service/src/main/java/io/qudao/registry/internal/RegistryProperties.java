package io.qudao.registry.internal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the directory.
 *
 * @param shards databases that accept new tenants; one that is no longer listed keeps its tenants and accepts no more
 */
@ConfigurationProperties("qudao.public")
record RegistryProperties(List<String> shards) {

    RegistryProperties {
        shards = List.copyOf(shards);
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("qudao.public.shards must name at least one shard");
        }
    }
}
