package io.qudao.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.json.JsonData;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import io.qudao.tenancy.TenantScope;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same fragments in Elasticsearch, in one index for all tenants: routing keeps a tenant's documents in one shard,
 * and every query filters by tenant. Writing waits until the index exists; searching waits until it contains everything
 * that existed before it.
 */
final class ElasticsearchIndex implements SearchIndex {
    /** Marks in the index that it is filled. */
    private static final String FILLED = "filled";

    private static final int CONFLICT = 409;
    private static final Map<String, Integer> WEIGHTS = Map.of(
            "titleFragments", Fragments.OF_TITLE,
            "keywordFragments", Fragments.OF_KEYWORD,
            "textFragments", Fragments.OF_TEXT);

    private final ElasticsearchClient client;
    private final SearchProperties.Elasticsearch properties;
    private volatile boolean made;
    private volatile boolean filled;

    ElasticsearchIndex(ElasticsearchClient client, SearchProperties.Elasticsearch properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public void put(List<SearchDocument> documents) {
        int tenant = tenant();
        var bulk = new BulkRequest.Builder();
        for (SearchDocument document : documents) {
            bulk.operations(operation -> operation.index(index -> index.index(properties.index())
                    .id(id(tenant, document.object(), document.id()))
                    .routing(Integer.toString(tenant))
                    .document(IndexedDocument.of(tenant, document))));
        }
        if (!documents.isEmpty()) {
            write(bulk);
        }
    }

    /** Adds documents that are not in the index; those written by changes stay. */
    void add(List<SearchDocument> documents) {
        int tenant = tenant();
        var bulk = new BulkRequest.Builder();
        for (SearchDocument document : documents) {
            bulk.operations(operation -> operation.create(create -> create.index(properties.index())
                    .id(id(tenant, document.object(), document.id()))
                    .routing(Integer.toString(tenant))
                    .document(IndexedDocument.of(tenant, document))));
        }
        if (!documents.isEmpty()) {
            write(bulk);
        }
    }

    /** Returns whether {@link #finish} was called for it by any node; creates the index if it does not exist. */
    boolean isFilled() {
        if (!filled) {
            makeIndex();
            filled = saysFilled();
        }
        return filled;
    }

    /** Marks the index as containing everything that existed before it. */
    void finish() {
        refresh();
        answer(() -> client.indices()
                .putMapping(mapping -> mapping.index(properties.index()).meta(FILLED, JsonData.of(true))));
        filled = true;
    }

    @Override
    public void remove(String object, Collection<UUID> ids) {
        int tenant = tenant();
        var bulk = new BulkRequest.Builder();
        for (UUID id : ids) {
            bulk.operations(operation -> operation.delete(delete ->
                    delete.index(properties.index()).id(id(tenant, object, id)).routing(Integer.toString(tenant))));
        }
        if (!ids.isEmpty()) {
            write(bulk);
        }
    }

    @Override
    public List<SearchHit> search(String query, Set<String> objects, @Nullable SearchHit after, int limit) {
        var tokens = Fragments.ofQuery(query);
        if (tokens.isEmpty()) {
            return List.of();
        }
        requireFilled();
        var request = new SearchRequest.Builder()
                .index(properties.index())
                .routing(Integer.toString(tenant()))
                .query(query(tokens, objects))
                .source(source -> source.filter(filter -> filter.includes("object", "record", "title", "payload")))
                .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                .sort(sort -> sort.field(field -> field.field("object").order(SortOrder.Asc)))
                .sort(sort -> sort.field(field -> field.field("record").order(SortOrder.Asc)))
                .trackTotalHits(track -> track.enabled(false))
                .size(limit);
        if (after != null) {
            request.searchAfter(List.of(
                    FieldValue.of((double) after.score()),
                    FieldValue.of(after.object()),
                    FieldValue.of(after.id().toString())));
        }
        return answer(() -> client.search(request.build(), Shown.class)).hits().hits().stream()
                .map(ElasticsearchIndex::hit)
                .toList();
    }

    /** Makes what was written visible now. */
    void refresh() {
        answer(() -> client.indices().refresh(refresh -> refresh.index(properties.index())));
    }

    private Query query(List<String> tokens, Set<String> objects) {
        int tenant = tenant();
        return Query.of(query -> query.bool(bool -> {
            bool.filter(filter -> filter.term(term -> term.field("tenant").value(tenant)));
            if (!objects.isEmpty()) {
                bool.filter(filter -> filter.terms(terms -> terms.field("object")
                        .terms(values -> values.value(
                                objects.stream().map(FieldValue::of).toList()))));
            }
            tokens.forEach(token -> bool.must(must -> must.disMax(best -> best.queries(matches(token)))));
            return bool;
        }));
    }

    /** Returns the ways a token may match, each with its score; the best one counts. */
    private static List<Query> matches(String token) {
        return WEIGHTS.entrySet().stream()
                .flatMap(field -> {
                    float score = (float) field.getValue() * Score.PER_WEIGHT;
                    return Stream.of(
                            worth(
                                    score,
                                    Query.of(query -> query.prefix(prefix ->
                                            prefix.field(field.getKey()).value(token)))),
                            worth(
                                    score + Score.WHOLE,
                                    Query.of(query -> query.term(
                                            term -> term.field(field.getKey()).value(token)))));
                })
                .toList();
    }

    private static Query worth(float score, Query query) {
        return Query.of(scored ->
                scored.constantScore(constant -> constant.filter(query).boost(score)));
    }

    private void write(BulkRequest.Builder bulk) {
        makeIndex();
        var answer = answer(() -> client.bulk(bulk.build()));
        answer.items().stream()
                .filter(item -> item.error() != null && item.status() != CONFLICT)
                .findFirst()
                .ifPresent(item -> {
                    throw new SearchDownException(
                            "Elasticsearch refuses " + item.id() + ": "
                                    + Objects.requireNonNull(item.error()).reason(),
                            null);
                });
    }

    private void makeIndex() {
        if (!made) {
            boolean there = answer(() -> client.indices().exists(exists -> exists.index(properties.index())))
                    .value();
            if (!there) {
                create();
            }
            made = true;
        }
    }

    /** Creates the index; another node may be faster. */
    private void create() {
        try {
            client.indices().create(definition());
        } catch (ElasticsearchException refused) {
            if (!"resource_already_exists_exception".equals(refused.error().type())) {
                throw new SearchDownException("The search index cannot be created", refused);
            }
        } catch (IOException down) {
            throw new SearchDownException("Elasticsearch does not respond", down);
        }
    }

    private void requireFilled() {
        if (!filled) {
            filled = saysFilled();
        }
        if (!filled) {
            throw new SearchDownException("The search index is being filled", null);
        }
    }

    private boolean saysFilled() {
        return answer(() -> client.indices().getMapping(mapping -> mapping.index(properties.index())))
                .mappings()
                .values()
                .stream()
                .anyMatch(index -> index.mappings().meta().containsKey(FILLED));
    }

    private CreateIndexRequest definition() {
        var kept = Property.of(property -> property.keyword(word -> word.index(false)));
        var found = Property.of(property -> property.keyword(word -> word));
        return CreateIndexRequest.of(index -> index.index(properties.index())
                .settings(settings -> settings.numberOfShards(Integer.toString(properties.shards()))
                        .autoExpandReplicas("0-1"))
                .mappings(mappings -> mappings.dynamic(DynamicMapping.Strict)
                        .routing(routing -> routing.required(true))
                        .properties("tenant", property -> property.integer(whole -> whole))
                        .properties("object", property -> property.keyword(word -> word))
                        .properties("record", property -> property.keyword(word -> word))
                        .properties("title", kept)
                        .properties("payload", kept)
                        .properties("titleFragments", found)
                        .properties("keywordFragments", found)
                        .properties("textFragments", found)));
    }

    private static SearchHit hit(Hit<Shown> hit) {
        var document = Objects.requireNonNull(hit.source());
        int score = hit.score() == null ? 0 : (int) Math.round(hit.score());
        return new SearchHit(
                document.object(), UUID.fromString(document.record()), document.title(), document.payload(), score);
    }

    private static String id(int tenant, String object, UUID record) {
        return tenant + ":" + object + ":" + record;
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }

    private static <T> T answer(Call<T> call) {
        try {
            return call.run();
        } catch (IOException | ElasticsearchException failed) {
            throw new SearchDownException("Elasticsearch does not respond", failed);
        }
    }

    /** The part of an {@link IndexedDocument} that a hit shows. */
    record Shown(String object, String record, String title, String payload) {}

    @FunctionalInterface
    private interface Call<T> {
        T run() throws IOException;
    }
}
