package io.qudao.search.internal;

import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import io.qudao.sql.TenantSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final TenantSql sql;

    PostgresIndex(TenantSql sql) {
        this.sql = sql;
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
        sql.sql("""
                        delete from engine.search_document
                         where tenant_id = :tenant and object = :object and record_id = any(:ids)
                        returning record_id, fragments
                        """).set("object", object).array("ids", "uuid", ids).each(row -> {
            var id = row.uuid("record_id");
            row.texts("fragments").forEach(fragment -> gone.add(object, id, fragment.substring(1), 0));
        });
        delete(gone);
    }

    @Override
    public List<SearchHit> search(String query, Set<String> objects, @Nullable SearchHit after, int limit) {
        var tokens = Fragments.ofQuery(query);
        if (tokens.isEmpty()) {
            return List.of();
        }
        return sql.sql(SEARCH)
                .array("tokens", "text", tokens)
                .array("ends", "text", tokens, token -> token + BEYOND)
                .set("count", tokens.size())
                .set("perWeight", Score.PER_WEIGHT)
                .set("whole", Score.WHOLE)
                .set("everywhere", objects.isEmpty())
                .array("objects", "text", objects)
                .set("first", after == null)
                .set("score", after == null ? 0 : after.score())
                .set("object", after == null ? "" : after.object())
                .set("record", after == null ? null : after.id())
                .set("limit", limit)
                .list(row -> new SearchHit(
                        row.text("object"),
                        row.uuid("record_id"),
                        row.text("title"),
                        row.text("payload"),
                        row.count("score")));
    }

    private Map<UUID, Set<String>> fragments(List<SearchDocument> documents) {
        var fragments = new HashMap<UUID, Set<String>>();
        sql.sql("select record_id, fragments from engine.search_document where tenant_id = :tenant"
                        + " and record_id = any(:ids) and object = any(:objects)")
                .array("ids", "uuid", documents, SearchDocument::id)
                .array(
                        "objects",
                        "text",
                        Set.copyOf(
                                documents.stream().map(SearchDocument::object).toList()))
                .each(row -> fragments.put(row.uuid("record_id"), Set.copyOf(row.texts("fragments"))));
        return fragments;
    }

    private void write(List<SearchDocument> documents, List<String> fragments) {
        sql.sql("""
                        insert into engine.search_document (tenant_id, object, record_id, title, payload, fragments)
                        select :tenant, d.object, d.record_id, d.title, d.payload, string_to_array(d.fragments, ' ')
                          from unnest(:objects, :ids, :titles, :payloads, :fragments)
                               d (object, record_id, title, payload, fragments)
                        on conflict (tenant_id, object, record_id) do update
                           set title = excluded.title, payload = excluded.payload, fragments = excluded.fragments
                        """)
                .array("objects", "text", documents, SearchDocument::object)
                .array("ids", "uuid", documents, SearchDocument::id)
                .array("titles", "text", documents, SearchDocument::title)
                .array("payloads", "text", documents, SearchDocument::payload)
                .array("fragments", "text", fragments)
                .update();
    }

    private void insert(Postings postings) {
        sql.sql("""
                        insert into engine.search_posting (tenant_id, fragment, object, record_id, weight)
                        select :tenant, p.fragment, p.object, p.record_id, p.weight
                          from unnest(:fragments, :objects, :records, :weights) p (fragment, object, record_id, weight)
                        on conflict (tenant_id, fragment, object, record_id) do update set weight = excluded.weight
                        """)
                .array("fragments", "text", postings.fragments)
                .array("objects", "text", postings.objects)
                .array("records", "uuid", postings.records)
                .array("weights", "int4", postings.weights)
                .update();
    }

    private void delete(Postings postings) {
        sql.sql("""
                        delete from engine.search_posting s
                         using unnest(:fragments, :objects, :records) p (fragment, object, record_id)
                         where s.tenant_id = :tenant and s.fragment = p.fragment and s.object = p.object
                           and s.record_id = p.record_id
                        """)
                .array("fragments", "text", postings.fragments)
                .array("objects", "text", postings.objects)
                .array("records", "uuid", postings.records)
                .update();
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
