package io.qudao.catalog.internal;

import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.Picture;
import io.qudao.kernel.ProblemException;
import io.qudao.sql.TenantSql;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Pictures as bytes in the tenant's shard, so that they are moved, backed up and isolated together with its rows. */
@Component
final class JdbcPictures {
    private static final int MOST_BYTES = 1 << 20;
    private static final int VERSION_BYTES = 8;

    private final TenantSql sql;

    JdbcPictures(TenantSql sql) {
        this.sql = sql;
    }

    Optional<Picture> find(UUID product) {
        return sql.sql("""
                        select type, version, bytes from apps.picture where tenant_id = :tenant and product_id = :product
                        """)
                .set("product", product)
                .optional(row ->
                        new Picture(row.text("type"), row.text("version"), Objects.requireNonNull(row.bytes("bytes"))));
    }

    Picture put(UUID product, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(CatalogProblem.PICTURE_TOO_LARGE, MOST_BYTES);
        }
        var format = PictureCheck.format(bytes);
        var bare = PictureCheck.bare(format, bytes);
        var picture = new Picture(format.type(), version(bare), bare);
        sql.sql("""
                        insert into apps.picture (tenant_id, product_id, type, version, bytes)
                        values (:tenant, :product, :type, :version, :bytes)
                        on conflict (tenant_id, product_id)
                        do update set type = excluded.type, version = excluded.version, bytes = excluded.bytes
                        """)
                .set("product", product)
                .set("type", picture.type())
                .set("version", picture.version())
                .set("bytes", bare)
                .update();
        return picture;
    }

    private static String version(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
