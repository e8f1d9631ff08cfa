package io.qudao.metadata.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.metadata.ComponentKey;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published documents by their hash: never changed, so read once. */
@Component
final class ComponentDocuments {
    private static final int MOST = 50_000;

    private final JdbcClient jdbc;
    private final Cache<String, Document> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    ComponentDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param keys the component of each hash */
    Map<String, Document> read(Map<String, ComponentKey> keys) {
        var documents = new HashMap<>(known.getAllPresent(keys.keySet()));
        var missing = keys.keySet().stream()
                .filter(hash -> !documents.containsKey(hash))
                .toArray(String[]::new);
        if (missing.length > 0) {
            jdbc.sql("select hash, body from engine.component_version where tenant_id = ? and hash = any(?)")
                    .param(TenantScope.tenant().value())
                    .param(missing)
                    .query(row -> {
                        String hash = row.getString("hash");
                        var key = java.util.Objects.requireNonNull(keys.get(hash));
                        documents.put(hash, new Document(key, CanonicalJson.read(row.getString("body")), hash));
                    });
        }
        documents.forEach(known::put);
        return documents;
    }

    /** Stores those that are not there yet. */
    void write(Collection<Document> documents) {
        jdbc.sql("""
                        insert into engine.component_version (tenant_id, hash, body)
                        select ?, hash, body from unnest(?, ?) as added(hash, body)
                        on conflict do nothing
                        """)
                .param(TenantScope.tenant().value())
                .param(documents.stream().map(Document::hash).toArray(String[]::new))
                .param(documents.stream().map(Document::json).toArray(String[]::new))
                .update();
    }
}
