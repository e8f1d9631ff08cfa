package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.sql.Committed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The standard components of this version and of earlier versions that a tenant still uses. */
@Component
public final class ShippedLayers {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, Shipped> known = new ConcurrentHashMap<>();

    ShippedLayers(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public Optional<Shipped> find(String hash) {
        var found = known.get(hash);
        if (found == null) {
            found = transaction.execute(status -> read(hash)).orElse(null);
            if (found != null) {
                known.put(hash, found);
            }
        }
        return Optional.ofNullable(found);
    }

    /** Stores a layer so that it is available when it no longer ships. */
    public void keep(Shipped layer) {
        String hash = layer.hash();
        if (hash != null && !known.containsKey(hash)) {
            jdbc.sql("insert into engine.shipped_layer (hash, body) values (?, ?) on conflict do nothing")
                    .params(hash, write(layer))
                    .update();
            Committed.then(() -> known.put(hash, layer));
        }
    }

    private Optional<Shipped> read(String hash) {
        return jdbc.sql("select body from engine.shipped_layer where hash = ?")
                .param(hash)
                .query(String.class)
                .optional()
                .map(body -> new Shipped(parse(body), hash));
    }

    private static String write(Shipped layer) {
        var all = CanonicalJson.MAPPER.createArrayNode();
        layer.documents()
                .forEach((key, document) -> all.addObject()
                        .put("kind", key.kind().code())
                        .put("name", key.name())
                        .set("body", document.body()));
        return CanonicalJson.write(all);
    }

    private static SequencedMap<ComponentKey, Document> parse(String body) {
        var documents = new LinkedHashMap<ComponentKey, Document>();
        for (JsonNode one : CanonicalJson.MAPPER.readTree(body).values()) {
            var key = new ComponentKey(
                    ComponentKind.of(one.get("kind").stringValue()),
                    one.get("name").stringValue());
            documents.put(key, Document.of(key, (ObjectNode) one.get("body")));
        }
        return documents;
    }
}
