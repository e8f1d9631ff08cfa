package io.qudao.partner.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Reach;
import io.qudao.record.PartnerTree;
import io.qudao.record.RowScope;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers the record store's questions about the tree: which rows a caller can see, as in {@link PartnerVisibility},
 * and the position of a partner.
 */
@Component
@Transactional
class PartnerScope implements RowScope, PartnerTree {
    static final String NAME = "partner_sight";
    private static final String KNOWN = """
            r.id in (select unnest(cast(? as uuid[]))
                     union all select a.buyer_id from apps.trading_account a
                               where a.tenant_id = ? and a.seller_id = ?
                     union all select a.seller_id from apps.trading_account a
                               where a.tenant_id = ? and a.buyer_id = ?)""";

    private static final String BELOW = """
            (select p.id from apps.partner top
              join apps.partner p on p.tenant_id = top.tenant_id
               and p.path >= top.path and p.path < left(top.path, -1) || '0'
             where top.tenant_id = ? and top.id = ?)""";

    private final JdbcReach reach;
    private final TenantSql sql;

    PartnerScope(JdbcReach reach, TenantSql sql) {
        this.reach = reach;
        this.sql = sql;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SqlFragment predicate(Caller caller) {
        return switch (reach.ofCaller()) {
            case Reach.Everyone _ -> new SqlFragment("true", List.of());
            case Reach.These these -> {
                var partner = caller.partner();
                UUID self = partner == null ? new UUID(0, 0) : partner;
                long tenant = caller.tenant().id().value();
                String ids = these.partners().stream()
                        .map(PartnerId::toString)
                        .sorted()
                        .collect(Collectors.joining(",", "{", "}"));
                yield new SqlFragment(KNOWN, List.of(ids, tenant, self, tenant, self));
            }
        };
    }

    @Override
    public SqlFragment below(String column, UUID partner) {
        return new SqlFragment(
                column + " in " + BELOW, List.of((long) TenantScope.tenant().value(), partner));
    }

    @Override
    public String path(UUID partner) {
        return sql.sql("select path from apps.partner where tenant_id = :tenant and id = :id")
                .set("id", partner)
                .single(row -> row.text("path"));
    }
}
