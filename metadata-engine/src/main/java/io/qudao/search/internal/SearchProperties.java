package io.qudao.search.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param elasticsearch null if only PostgreSQL searches */
@ConfigurationProperties("qudao.search")
record SearchProperties(@Nullable Elasticsearch elasticsearch) {
    /**
     * @param url such as {@code http://127.0.0.1:9200}
     * @param index name of the index for all tenants
     * @param shards number of its shards
     * @param pause how long PostgreSQL replaces it after a failure
     */
    record Elasticsearch(
            String url,
            @DefaultValue("qudao-search") String index,
            @DefaultValue("3") int shards,
            @DefaultValue("5s") Duration pause) {}
}
