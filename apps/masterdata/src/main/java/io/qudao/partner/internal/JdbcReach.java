package io.qudao.partner.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Reach;
import io.qudao.sql.Committed;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Determines the caller's {@link Reach}; queries the database only for callers with {@code partner.subtree}. */
@Component
@Transactional(readOnly = true)
class JdbcReach {
    static final String SUBTREE = "partner.subtree";

    private static final int MOST_HEAD_OFFICES = 10_000;

    private final TenantSql sql;

    /** A head office never changes, so it is read once. */
    private final Cache<Office, Reach> headOffices =
            Caffeine.newBuilder().maximumSize(MOST_HEAD_OFFICES).build();

    JdbcReach(TenantSql sql) {
        this.sql = sql;
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

    PartnerVisibility visible() {
        var caller = TenantScope.caller();
        return PartnerVisibility.of(ofCaller(), caller.tenant().id().value(), caller.partner());
    }

    private Reach subtree(Caller caller, UUID self) {
        int tenant = caller.tenant().id().value();
        var office = new Office(tenant, self);
        var known = headOffices.getIfPresent(office);
        if (known != null) {
            return known;
        }
        if (isHeadOffice(self)) {
            var everyone = new Reach.Everyone();
            Committed.then(() -> headOffices.put(office, everyone));
            return everyone;
        }
        return new Reach.These(Set.copyOf(sql.sql("""
                        select p.id from apps.partner top
                        join apps.partner p on p.tenant_id = top.tenant_id
                            and p.path >= top.path and p.path < left(top.path, -1) || '0'
                        where top.tenant_id = :tenant and top.id = :self
                        """).set("self", self).list(row -> row.id("id", PartnerId::new))));
    }

    private boolean isHeadOffice(UUID self) {
        return sql.sql("select role from apps.partner where tenant_id = :tenant and id = :self")
                .set("self", self)
                .optional(row -> row.choice("role", PartnerRole.class))
                .filter(role -> role == PartnerRole.HEAD_OFFICE)
                .isPresent();
    }

    private record Office(int tenant, UUID partner) {}
}
