package io.qudao.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Slice;
import io.qudao.search.ProbeSource;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import io.qudao.search.SearchSource;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.tenancy.Tenants;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestElasticsearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A platform node that searches in a real Elasticsearch. */
@HttpTest
class ElasticsearchIndexIntegrationTests extends SearchIndexContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Rest5ClientTransport transport;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TransactionTemplate transaction;

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
        await().atMost(PATIENCE).until(index::isFilled);
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
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !TenantScope.call(Caller.platform(tenant), () -> index.search("弹性", Set.of(), null, 1))
                        .isEmpty());
        assertThat(engine).isInstanceOf(FallbackIndex.class);
        var found = ApiClient.admin(context, tenant).get("/api/v1/search?q=elas");
        assertThat(found.json().path("items").path(0).path("id").asString()).isEqualTo(id.toString());
    }

    @Test
    void findsRecordsThatTheTenantMadeSearchable() {
        var tenant = newTenant();
        var admin = ApiClient.admin(context, tenant);
        String code = "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"searchable\":%s}";
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"},\"plural\":{\"en\":\"Visits\"}}",
                "field/visit.code",
                code.formatted(false));
        assertThat(admin.post("/api/v1/records/visit", "{\"name\":\"First\",\"code\":\"弹性一号\"}")
                        .status())
                .isEqualTo(201);
        Publishing.publish(admin, "field/visit.code", code.formatted(true));
        awaitInIndex(tenant, "一号", 1);
        assertThat(admin.get("/api/v1/search?q=first").at("/items/0/title")).isEqualTo("First");
        Publishing.publish(admin, "field/visit.code", code.formatted(false));
        awaitInIndex(tenant, "一号", 0);
    }

    private void awaitInIndex(Tenant tenant, String words, int records) {
        await().atMost(PATIENCE).until(() -> {
            index.refresh();
            return TenantScope.call(Caller.platform(tenant), () -> index.search(words, Set.of(), null, 9))
                            .size()
                    == records;
        });
    }

    @Test
    void saysThatItIsDownWhereNobodyAnswers() {
        var nowhere = new SearchProperties.Elasticsearch("http://127.0.0.1:9", "none", 1, Duration.ofSeconds(1));
        try (var connection =
                new SearchConfiguration.OnElasticsearch().elasticsearchTransport(new SearchProperties(nowhere))) {
            var down = new ElasticsearchIndex(new ElasticsearchClient(connection), nowhere);
            assertThatThrownBy(() ->
                            TenantScope.call(Caller.platform(newTenant()), () -> down.search("x", Set.of(), null, 1)))
                    .isInstanceOf(SearchDownException.class);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void answersOnceAllTenantsAreIn() {
        var tenant = newTenant();
        source.add(tenant, "Long before 早先");
        var settings = newIndex();
        var failing = new FailingSource(source, tenant);
        var first = new ElasticsearchIndex(new ElasticsearchClient(transport), settings);
        var filling = filling(first, failing);
        filling.start();
        await().atMost(PATIENCE).until(() -> failing.failures.get() >= 2);
        filling.stop();
        assertThatThrownBy(() -> search(first, tenant)).isInstanceOf(SearchDownException.class);

        failing.fails = false;
        var later = new ElasticsearchIndex(new ElasticsearchClient(transport), settings);
        var again = filling(later, failing);
        again.start();
        await().atMost(PATIENCE).until(later::isFilled);
        again.stop();
        assertThat(search(later, tenant)).containsExactly("Long before 早先");
        assertThat(search(first, tenant)).containsExactly("Long before 早先");
    }

    @Test
    void leavesWhatChangesHaveBroughtWhileItIsFilled() {
        var tenant = newTenant();
        var fresh = new ElasticsearchIndex(new ElasticsearchClient(transport), newIndex());
        var id = Ids.next();
        TenantScope.run(Caller.platform(tenant), () -> {
            fresh.put(List.of(document(id, "Now 早先")));
            fresh.add(List.of(document(id, "Then 早先"), document(Ids.next(), "Other 早先")));
        });
        assertThat(fresh.isFilled()).isFalse();
        fresh.finish();
        assertThat(search(fresh, tenant)).containsExactlyInAnyOrder("Now 早先", "Other 早先");
    }

    private IndexFilling filling(ElasticsearchIndex into, SearchSource of) {
        return new IndexFilling(
                into, tenants, () -> new TreeMap<>(Map.of(of.object(), of)), transaction, Duration.ofMillis(10));
    }

    private static SearchProperties.Elasticsearch newIndex() {
        return new SearchProperties.Elasticsearch(
                TestElasticsearch.url(), "qudao-" + UUID.randomUUID(), 1, Duration.ofSeconds(1));
    }

    private static List<String> search(SearchIndex in, Tenant tenant) {
        return TenantScope.call(Caller.platform(tenant), () -> in.search("早先", Set.of(), null, 10)).stream()
                .map(SearchHit::title)
                .toList();
    }

    private static SearchDocument document(UUID id, String title) {
        return new SearchDocument("probe", id, title, List.of(), List.of(), "{}");
    }

    /** Cannot be read for one tenant, as long as it fails. */
    private static final class FailingSource implements SearchSource {
        private final SearchSource whole;
        private final Tenant tenant;
        private final AtomicInteger failures = new AtomicInteger();
        private volatile boolean fails = true;

        FailingSource(SearchSource whole, Tenant tenant) {
            this.whole = whole;
            this.tenant = tenant;
        }

        @Override
        public String object() {
            return whole.object();
        }

        @Override
        public Set<String> topics() {
            return whole.topics();
        }

        @Override
        public List<SearchDocument> read(Collection<UUID> ids) {
            if (fails && TenantScope.tenant().equals(tenant.id())) {
                failures.incrementAndGet();
                throw new IllegalStateException("This tenant cannot be read now");
            }
            return whole.read(ids);
        }

        @Override
        public Slice<UUID> ids(@Nullable String cursor) {
            return whole.ids(cursor);
        }

        @Override
        public Set<UUID> visible(Collection<UUID> ids) {
            return whole.visible(ids);
        }
    }
}
