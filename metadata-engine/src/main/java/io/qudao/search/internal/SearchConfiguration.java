package io.qudao.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.qudao.search.internal.SearchFeed.Feeding;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import io.qudao.tenancy.TenantWork;
import io.qudao.tenancy.Tenants;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL searches. If an Elasticsearch is configured, it searches and PostgreSQL is the fallback. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {
    private static final String URL = "qudao.search.elasticsearch.url";
    private static final int ATTEMPTS = 12;
    private static final Duration INDEXING_POLL = Duration.ofSeconds(2);

    @Bean
    static ModulePermissions searchPermissions() {
        return ModulePermissions.of("search.manage");
    }

    @Bean
    static ModuleSchema searchSchema() {
        return new ModuleSchema("engine", "search", 32);
    }

    @Bean
    SearchFeed postgresFeed(PostgresIndex index, Feeding feeding, IndexingRows rows) {
        return new SearchFeed("search", index, feeding, ATTEMPTS, built -> rows.ready(built.object(), built.since()));
    }

    /** Keeps the index of all tenants in step with their releases, one portion of records a turn. */
    @Bean
    TenantWork.Line searchLine(TenantWork work, Indexing indexing) {
        return work.line(new TenantWork.Terms("search", "engine.search_tenants", INDEXING_POLL, 1), indexing::turn);
    }

    @Bean
    @ConditionalOnProperty(name = URL, matchIfMissing = true, havingValue = "none")
    SearchEngine postgresEngine(PostgresIndex index, TransactionTemplate transaction) {
        return inTransaction(index, transaction);
    }

    private static SearchEngine inTransaction(PostgresIndex index, TransactionTemplate transaction) {
        return (query, objects, skip, limit) ->
                transaction.execute(status -> index.search(query, objects, skip, limit));
    }

    /** Beans that need Elasticsearch. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(URL)
    static class OnElasticsearch {
        @Bean
        Rest5ClientTransport elasticsearchTransport(SearchProperties properties) {
            var url = URI.create(elasticsearch(properties).url());
            var http = Rest5Client.builder(url)
                    .setConnectionConfigCallback(connection ->
                            connection.setConnectTimeout(Timeout.ofSeconds(2)).setSocketTimeout(5, TimeUnit.SECONDS))
                    .setRequestConfigCallback(request -> request.setResponseTimeout(5, TimeUnit.SECONDS))
                    .build();
            return new Rest5ClientTransport(http, new Jackson3JsonpMapper());
        }

        @Bean
        ElasticsearchIndex elasticsearchIndex(Rest5ClientTransport transport, SearchProperties properties) {
            return new ElasticsearchIndex(new ElasticsearchClient(transport), elasticsearch(properties));
        }

        @Bean
        IndexFilling indexFilling(
                ElasticsearchIndex index,
                Tenants tenants,
                TenantSources sources,
                TransactionTemplate transaction,
                SearchProperties properties) {
            return new IndexFilling(
                    index,
                    tenants,
                    sources,
                    transaction,
                    elasticsearch(properties).pause());
        }

        /**
         * Never sets a message aside: Elasticsearch may be down for a long time, and PostgreSQL replaces it meanwhile.
         */
        @Bean
        SearchFeed elasticsearchFeed(ElasticsearchIndex index, Feeding feeding) {
            return new SearchFeed("search-elasticsearch", index, feeding, Integer.MAX_VALUE, built -> {});
        }

        @Bean
        SearchEngine elasticsearchEngine(
                ElasticsearchIndex index,
                PostgresIndex standIn,
                TransactionTemplate transaction,
                SearchProperties properties,
                Clock clock) {
            return new FallbackIndex(
                    index,
                    inTransaction(standIn, transaction),
                    elasticsearch(properties).pause(),
                    clock);
        }

        private static SearchProperties.Elasticsearch elasticsearch(SearchProperties properties) {
            return Objects.requireNonNull(properties.elasticsearch());
        }
    }
}
