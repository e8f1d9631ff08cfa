package io.qudao.partner.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.TextForm;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.partner.Reach;
import io.qudao.sql.SqlCondition;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads by SQL, writes through {@link PartnerWrites}. */
@Component
@Transactional
class JpaPartners implements Partners {
    private final JdbcReach reach;
    private final PartnerRows rows;
    private final PartnerWrites writes;

    JpaPartners(JdbcReach reach, PartnerRows rows, PartnerWrites writes) {
        this.reach = reach;
        this.rows = rows;
        this.writes = writes;
    }

    @Override
    public Partner root() {
        return rows.root(TenantScope.tenant().value())
                .orElseThrow(() -> new IllegalStateException("Tenant " + TenantScope.tenant() + " has no head office"));
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return rows.byIds(reach.visible(), List.of(id)).stream().findFirst();
    }

    @Override
    public Map<PartnerId, Partner> byIds(Collection<PartnerId> ids) {
        return rows.byIds(reach.visible(), ids).stream().collect(Collectors.toMap(Partner::id, Function.identity()));
    }

    @Override
    public Map<String, Partner> byCodes(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return TextForm.findByCode(
                codes,
                wanted -> rows.byCodes(reach.visible(), wanted.toArray(String[]::new)).stream()
                        .collect(Collectors.toMap(Partner::code, Function.identity())));
    }

    @Override
    public Slice<Partner> list(Filter filter, @Nullable String cursor, int limit) {
        return rows.list(reach.visible(), filter, cursor, limit);
    }

    @Override
    public SqlCondition named(String column, String text) {
        return rows.named(reach.visible(), column, text);
    }

    @Override
    public Reach reach() {
        return reach.ofCaller();
    }

    @Override
    public Partner create(PartnerDraft draft) {
        return writes.create(draft);
    }

    @Override
    public Partner update(PartnerId id, long version, PartnerDraft draft) {
        var now = find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "partner", id));
        return writes.update(now, version, draft);
    }
}
