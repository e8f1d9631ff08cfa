package io.qudao.permission.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies the signature of a token once a minute instead of at every request, where it would be a quarter of the work
 * of a small one. An expired or invalid token is verified again. Revocation is checked at every request.
 */
final class RememberedTokens implements JwtDecoder {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private final JwtDecoder decoder;
    private final RevokedIds revoked;
    private final Clock clock;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(GOOD_FOR).build();

    RememberedTokens(JwtDecoder decoder, RevokedIds revoked, Clock clock) {
        this.decoder = decoder;
        this.revoked = revoked;
        this.clock = clock;
    }

    /** @throws JwtValidationException like the decoder that verifies */
    @Override
    public Jwt decode(String token) {
        var checked = checked(token);
        if (revoked.covers(checked)) {
            good.invalidate(token);
            throw new BadJwtException("The token was revoked");
        }
        return checked;
    }

    private Jwt checked(String token) {
        var known = good.getIfPresent(token);
        var expiry = known == null ? null : known.getExpiresAt();
        if (known != null && expiry != null && clock.instant().isBefore(expiry)) {
            return known;
        }
        var checked = decoder.decode(token);
        good.put(token, checked);
        return checked;
    }
}
