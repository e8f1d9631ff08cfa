package io.qudao.tenancy.internal;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Shards by id. The owner role owns and migrates the tables; the application role works with them and owns nothing.
 * Each shard has {@code poolSize} connections, and a request waits at most {@code poolWait} for one.
 */
@ConfigurationProperties("qudao.tenancy")
record TenancyProperties(
        Map<String, Shard> shards,
        @DefaultValue("24") int poolSize,
        @DefaultValue("10s") Duration poolWait) {
    TenancyProperties {
        if (shards == null || shards.isEmpty()) {
            throw new IllegalArgumentException("qudao.tenancy.shards names no shard");
        }
        shards = Map.copyOf(shards);
    }

    record Shard(String url, String username, String password, String ownerUsername, String ownerPassword) {
        Shard {
            if (username.equals(ownerUsername)) {
                throw new IllegalArgumentException("The application role of a shard must not be its owner");
            }
        }
    }
}
