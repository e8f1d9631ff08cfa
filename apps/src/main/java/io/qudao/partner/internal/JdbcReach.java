package io.qudao.partner.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Reach;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out the caller's {@link Reach}; asks the database only for callers with {@code partner.subtree}. */
@Component
final class JdbcReach {
    static final String SUBTREE = "partner.subtree";

    private static final int MOST_HEAD_OFFICES = 10_000;

    private final JdbcClient jdbc;

    /** A head office stays one for good, so it is asked for once. */
    private final Cache<Office, Reach> headOffices =
            Caffeine.newBuilder().maximumSize(MOST_HEAD_OFFICES).build();

    JdbcReach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Reach ofCaller() {
        var caller = TenantScope.caller();
        if (caller.isPlatform()) {
            return new Reach.Everyone();
        }
        UUID self = caller.partner();
        if (self == null) {
            return new Reach.These(Set.of());
        }
        return caller.may(SUBTREE) ? subtree(caller, self) : new Reach.These(Set.of(new PartnerId(self)));
    }

    Sight sight() {
        var caller = TenantScope.caller();
        return Sight.of(ofCaller(), caller.tenant().id().value(), caller.partner());
    }

    private Reach subtree(Caller caller, UUID self) {
        int tenant = caller.tenant().id().value();
        var office = new Office(tenant, self);
        var known = headOffices.getIfPresent(office);
        if (known != null) {
            return known;
        }
        if (isHeadOffice(tenant, self)) {
            var everyone = new Reach.Everyone();
            headOffices.put(office, everyone);
            return everyone;
        }
        return new Reach.These(
                jdbc
                        .sql("""
                        select p.id from apps.partner top
                        join apps.partner p on p.tenant_id = top.tenant_id
                            and p.path >= top.path and p.path < left(top.path, -1) || '0'
                        where top.tenant_id = ? and top.id = ?
                        """)
                        .params(tenant, self)
                        .query((row, _) -> new PartnerId(row.getObject(1, UUID.class)))
                        .stream()
                        .collect(Collectors.toSet()));
    }

    private boolean isHeadOffice(int tenant, UUID self) {
        return jdbc.sql("select role from apps.partner where tenant_id = ? and id = ?")
                .params(tenant, self)
                .query(String.class)
                .optional()
                .filter(PartnerRole.HEAD_OFFICE.name()::equals)
                .isPresent();
    }

    private record Office(int tenant, UUID partner) {}
}
