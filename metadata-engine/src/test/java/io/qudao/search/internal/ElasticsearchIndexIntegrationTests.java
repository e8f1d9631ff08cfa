package io.qudao.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.qudao.search.ProbeSource;
import io.qudao.search.SearchIndex;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestElasticsearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A platform node that searches in a real Elasticsearch. */
@HttpTest
class ElasticsearchIndexIntegrationTests extends SearchIndexContract {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private ElasticsearchIndex index;

    @Autowired
    private SearchEngine engine;

    @Autowired
    private ProbeSource source;

    @DynamicPropertySource
    static void searchInElasticsearch(DynamicPropertyRegistry properties) {
        properties.add("qudao.search.elasticsearch.url", TestElasticsearch::url);
        properties.add("qudao.search.elasticsearch.index", () -> "qudao-" + UUID.randomUUID());
    }

    @Override
    SearchIndex index() {
        return index;
    }

    @Override
    Tenant newTenant() {
        return TenantFixture.create(context);
    }

    @Override
    <T> T in(Tenant owner, Supplier<T> work) {
        T done = TenantScope.call(Caller.platform(owner), work::get);
        index.refresh();
        return done;
    }

    @Test
    void searchesInElasticsearchWhatTheOutboxBrings() {
        var tenant = newTenant();
        var id = source.add(tenant, "Elastic 弹性搜索");
        source.tell(tenant, id);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !TenantScope.call(Caller.platform(tenant), () -> index.search("弹性", Set.of(), 0, 1))
                        .isEmpty());
        assertThat(engine).isInstanceOf(FallbackIndex.class);
        var found = ApiClient.admin(context, tenant).get("/api/v1/search?q=elas");
        assertThat(found.json().path("items").path(0).path("id").asString()).isEqualTo(id.toString());
    }

    @Test
    void saysThatItIsDownWhereNobodyAnswers() {
        var nowhere = new SearchProperties.Elasticsearch("http://127.0.0.1:9", "none", 1, Duration.ofSeconds(1));
        try (var connection =
                new SearchConfiguration.OnElasticsearch().elasticsearchTransport(new SearchProperties(nowhere))) {
            var down = new ElasticsearchIndex(new ElasticsearchClient(connection), nowhere, () -> {});
            assertThatThrownBy(() ->
                            TenantScope.call(Caller.platform(newTenant()), () -> down.search("x", Set.of(), 0, 1)))
                    .isInstanceOf(SearchDownException.class);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
