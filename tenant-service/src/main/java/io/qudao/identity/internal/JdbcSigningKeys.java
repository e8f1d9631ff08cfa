package io.qudao.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.SigningKeys;
import io.qudao.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys in the database, reloaded every few seconds, so that all instances publish and use the same ones. */
@Component
class JdbcSigningKeys implements SigningKeys {

    private static final Duration FRESH = Duration.ofSeconds(10);

    /** Longer than the lifetime of any token; an id token lives 30 minutes. */
    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    private static final int LOCK = 0x51d4_0001;

    private final ControlDatabase database;
    private final IdentityProperties properties;
    private final Clock clock;
    private final KeySeal seal;
    private final AtomicReference<Read> read = new AtomicReference<>(new Read(List.of(), Instant.EPOCH));

    JdbcSigningKeys(ControlDatabase database, IdentityProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
        this.seal = new KeySeal(properties.keySecret());
    }

    /** A key and the time from which it signs. */
    private record Key(JWK jwk, Instant signsFrom) {}

    private record Read(List<Key> keys, Instant at) {}

    /** Returns all published keys with their private parts; the authorization server exposes only the public ones. */
    JWKSet published() {
        return new JWKSet(keys().stream().map(Key::jwk).toList());
    }

    /** Returns the id of the key that signs now. */
    String signing() {
        var now = clock.instant();
        return keys().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .max(Comparator.comparing(Key::signsFrom))
                .orElseThrow(() -> new IllegalStateException("There is no signing key"))
                .jwk()
                .getKeyID();
    }

    @Override
    public NextKey rotate() {
        return locked(sql -> make(sql, clock.instant().plus(properties.keyLead())));
    }

    @Override
    public void rotateIfDue() {
        locked(sql -> {
            var latest = sql.sql("select max(signs_from) from signing_key")
                    .query(OffsetDateTime.class)
                    .optional()
                    .map(OffsetDateTime::toInstant);
            var now = clock.instant();
            if (latest.isEmpty()) {
                make(sql, now);
            } else if (latest.get().plus(properties.keyLife()).isBefore(now)) {
                make(sql, now.plus(properties.keyLead()));
            }
            return sql.sql("delete from signing_key where published_to < :now")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    private <T> T locked(Function<JdbcClient, T> work) {
        T result = database.globally(sql -> {
            sql.sql("select pg_advisory_xact_lock(:lock)::text")
                    .param("lock", LOCK)
                    .query(String.class)
                    .single();
            return work.apply(sql);
        });
        read.set(new Read(List.of(), Instant.EPOCH));
        return result;
    }

    private NextKey make(JdbcClient sql, Instant signsFrom) {
        var kid = Ids.next().toString();
        var jwk = newKey(kid);
        sql.sql("update signing_key set published_to = :until where published_to is null or published_to > :until")
                .param("until", signsFrom.plus(LONGEST_TOKEN).atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("""
                        insert into signing_key (kid, public_jwk, sealed, created_at, signs_from)
                        values (:kid, :public, :sealed, :now, :from)
                        """)
                .param("kid", kid)
                .param("public", jwk.toPublicJWK().toJSONString())
                .param("sealed", seal.seal(kid, jwk.toJSONString()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("from", signsFrom.atOffset(ZoneOffset.UTC))
                .update();
        return new NextKey(kid, signsFrom);
    }

    private static RSAKey newKey(String kid) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("No RSA key could be generated", impossible);
        }
    }

    private List<Key> keys() {
        var now = clock.instant();
        var known = read.get();
        if (!known.keys().isEmpty() && Duration.between(known.at(), now).compareTo(FRESH) < 0) {
            return known.keys();
        }
        var keys = database.globally(sql -> sql.sql("""
                        select kid, sealed, signs_from from signing_key
                        where published_to is null or published_to > :now order by signs_from desc
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::key)
                .list());
        read.set(new Read(keys, now));
        return keys;
    }

    private Key key(ResultSet row, int number) throws SQLException {
        var kid = row.getString("kid");
        try {
            return new Key(
                    JWK.parse(seal.open(kid, row.getBytes("sealed"))),
                    row.getObject("signs_from", OffsetDateTime.class).toInstant());
        } catch (ParseException broken) {
            throw new IllegalStateException("Signing key " + kid + " is not a key", broken);
        }
    }
}
