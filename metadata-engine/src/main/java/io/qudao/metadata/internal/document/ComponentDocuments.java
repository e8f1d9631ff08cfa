package io.qudao.metadata.internal.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.metadata.ComponentKey;
import io.qudao.sql.TenantSql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Published documents by their hash. They never change, so each is read once. */
@Component
public final class ComponentDocuments {
    private static final int MOST = 50_000;

    private final TenantSql sql;
    private final Cache<String, Document> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    ComponentDocuments(TenantSql sql) {
        this.sql = sql;
    }

    /** @param keys the component key of each hash */
    public Map<String, Document> read(Map<String, ComponentKey> keys) {
        var documents = new HashMap<>(known.getAllPresent(keys.keySet()));
        var missing = keys.keySet().stream()
                .filter(hash -> !documents.containsKey(hash))
                .toList();
        if (!missing.isEmpty()) {
            sql.sql("select hash, body from engine.component_version where tenant_id = :tenant and hash = any(:hashes)")
                    .array("hashes", "text", missing)
                    .each(row -> {
                        String hash = row.text("hash");
                        var key = java.util.Objects.requireNonNull(keys.get(hash));
                        documents.put(hash, new Document(key, CanonicalJson.read(row.text("body")), hash));
                    });
        }
        documents.forEach(known::put);
        return documents;
    }

    /** Stores the documents that are not stored yet. */
    public void write(Collection<Document> documents) {
        sql.sql("""
                        insert into engine.component_version (tenant_id, hash, body)
                        select :tenant, hash, body from unnest(:hashes, :bodies) as added(hash, body)
                        on conflict do nothing
                        """)
                .array("hashes", "text", documents, Document::hash)
                .array("bodies", "text", documents, Document::json)
                .update();
    }
}
