package io.qudao.imports.internal;

import io.qudao.imports.NamedKeys;
import io.qudao.sql.TenantSql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The SQL of the natural keys registered by an import. They commit with their chunk, so an import that is resumed still
 * knows them.
 */
@Component
final class KeyRows {
    private static final String ADD = """
            insert into engine.import_key (tenant_id, import_id, digest, row_number)
            select :tenant, :import, k.digest, k.row_number
              from unnest(:digests, :rows) k (digest, row_number)
            on conflict do nothing
            """;
    private static final String REMOVE = """
            delete from engine.import_key k
             using unnest(:digests, :rows) given (digest, row_number)
             where k.tenant_id = :tenant and k.import_id = :import
               and k.digest = given.digest and k.row_number = given.row_number
            """;

    private final TenantSql sql;

    KeyRows(TenantSql sql) {
        this.sql = sql;
    }

    Claims of(UUID job) {
        return new Claims(job);
    }

    /** The keys that the rows of one chunk claim. */
    final class Claims implements NamedKeys {
        private final UUID job;
        private final Map<Long, UUID> claimed = new HashMap<>();

        private Claims(UUID job) {
            this.job = job;
        }

        @Override
        public Map<Long, Long> name(List<RowKey> keys) {
            var digests = new LinkedHashMap<Long, UUID>();
            keys.forEach(key -> digests.put(key.row(), digest(key.parts())));
            claimed.putAll(digests);
            return digests.isEmpty() ? Map.of() : claim(job, digests);
        }

        /** Gives up the keys that refused rows have claimed, so that later rows may have them. */
        void release(Collection<Long> rows) {
            var given = new HashMap<>(claimed);
            given.keySet().retainAll(rows);
            if (!given.isEmpty()) {
                remove(job, given);
            }
        }
    }

    private void remove(UUID job, Map<Long, UUID> digests) {
        sql.sql(REMOVE)
                .set("import", job)
                .array("digests", "uuid", digests.values())
                .array("rows", "bigint", digests.keySet())
                .update();
    }

    private Map<Long, Long> claim(UUID job, Map<Long, UUID> digests) {
        var first = new LinkedHashMap<UUID, Long>();
        digests.forEach((row, digest) -> first.putIfAbsent(digest, row));
        if (add(job, first) < first.size()) {
            first.putAll(read(job, first.keySet()));
        }
        var repeated = new HashMap<Long, Long>();
        digests.forEach((row, digest) -> {
            long earliest = first.getOrDefault(digest, row);
            if (earliest != row) {
                repeated.put(row, earliest);
            }
        });
        return repeated;
    }

    private int add(UUID job, Map<UUID, Long> rows) {
        return sql.sql(ADD)
                .set("import", job)
                .array("digests", "uuid", rows.keySet())
                .array("rows", "bigint", rows.values())
                .update();
    }

    private Map<UUID, Long> read(UUID job, Collection<UUID> digests) {
        var rows = new HashMap<UUID, Long>();
        sql.sql("""
                        select digest, row_number from engine.import_key
                         where tenant_id = :tenant and import_id = :import and digest = any(:digests)
                        """)
                .set("import", job)
                .array("digests", "uuid", digests)
                .each(row -> rows.put(row.uuid("digest"), row.number("row_number")));
        return rows;
    }

    /** Half of a SHA-256, long enough that even a file made on purpose has no two keys with the same digest. */
    private static UUID digest(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                digest.update(bytes);
            }
            var half = ByteBuffer.wrap(digest.digest());
            return new UUID(half.getLong(), half.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
