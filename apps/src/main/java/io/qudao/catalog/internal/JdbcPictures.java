package io.qudao.catalog.internal;

import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.Picture;
import io.qudao.kernel.ProblemException;
import io.qudao.tenancy.TenantScope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures as bytes in the tenant's shard: they move, are backed up and are walled off with its rows. */
@Component
final class JdbcPictures {
    private static final int MOST_BYTES = 1 << 20;
    private static final int VERSION_BYTES = 8;

    private final JdbcClient jdbc;

    JdbcPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Picture> find(UUID product) {
        return jdbc.sql("select type, version, bytes from apps.picture where tenant_id = ? and product_id = ?")
                .params(TenantScope.tenant().value(), product)
                .query((row, _) -> new Picture(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    Picture put(UUID product, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(CatalogProblem.PICTURE_TOO_LARGE, MOST_BYTES);
        }
        var format = PictureFormat.of(bytes)
                .orElseThrow(() -> new ProblemException(CatalogProblem.PICTURE_UNKNOWN, "PNG, JPEG"));
        var picture = new Picture(format.type(), version(bytes), bytes);
        jdbc.sql("""
                        insert into apps.picture (tenant_id, product_id, type, version, bytes) values (?, ?, ?, ?, ?)
                        on conflict (tenant_id, product_id)
                        do update set type = excluded.type, version = excluded.version, bytes = excluded.bytes
                        """)
                .params(TenantScope.tenant().value(), product, picture.type(), picture.version(), bytes)
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
