package io.qudao.permission.internal;

import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.TenantId;
import io.qudao.permission.Revocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * The revoked ids of all tenants. There are few at any time: each is dropped when the last token that could use it has
 * expired.
 */
@Component
final class RevokedIds implements Revocations {
    /** Longer than any token lives; used until the exact time is known. */
    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    private final Map<Id, Instant> ids = new ConcurrentHashMap<>();
    private final Clock clock;

    RevokedIds(MemberSignals signals, Clock clock) {
        this.clock = clock;
        signals.onRevoked(this::heard);
    }

    @Override
    public boolean isRevoked(TenantId tenant, String id) {
        return ids.containsKey(new Id(tenant.value(), id));
    }

    boolean covers(Jwt token) {
        return !ids.isEmpty()
                && token.<@Nullable Object>getClaim("tid") instanceof Number tenant
                && (isRevoked(tenant.intValue(), token.getId())
                        || isRevoked(tenant.intValue(), token.getClaimAsString(AccessTokens.SESSION)));
    }

    /** Adds what was revoked and drops what has expired. */
    void take(List<IdentityClient.Revoked> revoked) {
        revoked.forEach(one -> ids.put(new Id(one.tenantId(), one.id()), one.until()));
        var now = clock.instant();
        ids.values().removeIf(now::isAfter);
    }

    private void heard(TenantId tenant, List<String> revoked) {
        var until = clock.instant().plus(LONGEST_TOKEN);
        revoked.forEach(id -> ids.putIfAbsent(new Id(tenant.value(), id), until));
    }

    private boolean isRevoked(int tenant, @Nullable String id) {
        return id != null && ids.containsKey(new Id(tenant, id));
    }

    private record Id(int tenant, String id) {}
}
