package io.qudao.search.internal;

import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An inverted index in two tables, written and read in the running transaction. */
@Component
final class PostgresIndex implements SearchIndex {
    /** Greater than every character that can follow in a fragment. */
    private static final String BEYOND = Character.toString(Character.MAX_CODE_POINT);

    private static final String SEARCH = """
            select d.object, d.record_id, d.title, d.payload, f.score
              from (select m.object, m.record_id, sum(m.best) score
                      from (select t.number, p.object, p.record_id,
                                   max(p.weight * :perWeight + case when p.fragment = t.token then :whole else 0 end) best
                              from unnest(cast(:tokens as text[]), cast(:ends as text[])) with ordinality t (token, ending, number)
                              join engine.search_posting p
                                on p.tenant_id = :tenant and p.fragment >= t.token collate "C"
                               and p.fragment < t.ending collate "C"
                             where :everywhere or p.object = any(cast(:objects as text[]))
                             group by t.number, p.object, p.record_id) m
                     group by m.object, m.record_id
                    having count(*) = :count
                       and (:first or sum(m.best) < :score
                            or sum(m.best) = :score and (m.object, m.record_id) > (:object, cast(:record as uuid)))
                     order by score desc, m.object, m.record_id
                     limit :limit) f
              join engine.search_document d
                on d.tenant_id = :tenant and d.object = f.object and d.record_id = f.record_id
             order by f.score desc, d.object, d.record_id
            """;

    private final JdbcClient jdbc;

    PostgresIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(List<SearchDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        var before = fragments(documents);
        var removed = new Postings();
        var added = new Postings();
        var all = new ArrayList<String>();
        for (SearchDocument document : documents) {
            var known = before.getOrDefault(document.id(), Set.of());
            var fragments = Fragments.of(document);
            var encoded = new TreeSet<String>();
            fragments.forEach((fragment, weight) -> encoded.add(weight + fragment));
            all.add(String.join(" ", encoded));
            known.stream()
                    .map(entry -> entry.substring(1))
                    .filter(fragment -> !fragments.containsKey(fragment))
                    .forEach(fragment -> removed.add(document.object(), document.id(), fragment, 0));
            fragments.forEach((fragment, weight) -> {
                if (!known.contains(weight + fragment)) {
                    added.add(document.object(), document.id(), fragment, weight);
                }
            });
        }
        write(documents, all);
        delete(removed);
        insert(added);
    }

    @Override
    public void remove(String object, Collection<UUID> ids) {
        var gone = new Postings();
        jdbc.sql("""
                        delete from engine.search_document
                         where tenant_id = ? and object = ? and record_id = any(?) returning record_id, fragments
                        """)
                .params(tenant(), object, ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("record_id", UUID.class), (String[])
                        row.getArray("fragments").getArray()))
                .list()
                .forEach(entry -> Arrays.stream(entry.getValue())
                        .forEach(fragment -> gone.add(object, entry.getKey(), fragment.substring(1), 0)));
        delete(gone);
    }

    @Override
    public List<SearchHit> search(String query, Set<String> objects, @Nullable SearchHit after, int limit) {
        var tokens = Fragments.ofQuery(query);
        if (tokens.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SEARCH)
                .param("tenant", tenant())
                .param("tokens", tokens.toArray(String[]::new))
                .param("ends", tokens.stream().map(token -> token + BEYOND).toArray(String[]::new))
                .param("count", tokens.size())
                .param("perWeight", Score.PER_WEIGHT)
                .param("whole", Score.WHOLE)
                .param("everywhere", objects.isEmpty())
                .param("objects", objects.toArray(String[]::new))
                .param("first", after == null)
                .param("score", after == null ? 0 : after.score())
                .param("object", after == null ? "" : after.object())
                .param("record", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, number) -> new SearchHit(
                        row.getString("object"),
                        row.getObject("record_id", UUID.class),
                        row.getString("title"),
                        row.getString("payload"),
                        row.getInt("score")))
                .list();
    }

    private Map<UUID, Set<String>> fragments(List<SearchDocument> documents) {
        var fragments = new HashMap<UUID, Set<String>>();
        jdbc.sql("select record_id, fragments from engine.search_document where tenant_id = ? and record_id = any(?)"
                        + " and object = any(?)")
                .params(
                        tenant(),
                        documents.stream().map(SearchDocument::id).toArray(UUID[]::new),
                        documents.stream()
                                .map(SearchDocument::object)
                                .distinct()
                                .toArray(String[]::new))
                .query((row, number) -> fragments.put(row.getObject("record_id", UUID.class), Set.of((String[])
                        row.getArray("fragments").getArray())))
                .list();
        return fragments;
    }

    private void write(List<SearchDocument> documents, List<String> fragments) {
        jdbc.sql("""
                        insert into engine.search_document (tenant_id, object, record_id, title, payload, fragments)
                        select ?, d.object, d.record_id, d.title, d.payload, string_to_array(d.fragments, ' ')
                          from unnest(?, ?, ?, ?, ?) d (object, record_id, title, payload, fragments)
                        on conflict (tenant_id, object, record_id) do update
                           set title = excluded.title, payload = excluded.payload, fragments = excluded.fragments
                        """)
                .params(
                        tenant(),
                        documents.stream().map(SearchDocument::object).toArray(String[]::new),
                        documents.stream().map(SearchDocument::id).toArray(UUID[]::new),
                        documents.stream().map(SearchDocument::title).toArray(String[]::new),
                        documents.stream().map(SearchDocument::payload).toArray(String[]::new),
                        fragments.toArray(String[]::new))
                .update();
    }

    private void insert(Postings postings) {
        jdbc.sql("""
                        insert into engine.search_posting (tenant_id, fragment, object, record_id, weight)
                        select ?, p.fragment, p.object, p.record_id, p.weight
                          from unnest(?, ?, ?, ?) p (fragment, object, record_id, weight)
                        on conflict (tenant_id, fragment, object, record_id) do update set weight = excluded.weight
                        """)
                .params(
                        tenant(),
                        postings.fragments.toArray(String[]::new),
                        postings.objects.toArray(String[]::new),
                        postings.records.toArray(UUID[]::new),
                        postings.weights.toArray(Integer[]::new))
                .update();
    }

    private void delete(Postings postings) {
        jdbc.sql("""
                        delete from engine.search_posting s using unnest(?, ?, ?) p (fragment, object, record_id)
                         where s.tenant_id = ? and s.fragment = p.fragment and s.object = p.object
                           and s.record_id = p.record_id
                        """)
                .params(
                        postings.fragments.toArray(String[]::new),
                        postings.objects.toArray(String[]::new),
                        postings.records.toArray(UUID[]::new),
                        tenant())
                .update();
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }

    /** Columns of postings, as arrays for one statement. */
    private static final class Postings {
        private final List<String> fragments = new ArrayList<>();
        private final List<String> objects = new ArrayList<>();
        private final List<UUID> records = new ArrayList<>();
        private final List<Integer> weights = new ArrayList<>();

        void add(String object, UUID id, String fragment, int weight) {
            fragments.add(fragment);
            objects.add(object);
            records.add(id);
            weights.add(weight);
        }
    }
}
