package io.qudao.partner.internal;

import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Partners.Filter;
import io.qudao.partner.Reach;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchSource;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes partners searchable. */
@Component
class PartnerSearch implements SearchSource {
    private final PartnerRows rows;
    private final JdbcReach reach;
    private final JsonMapper json;

    PartnerSearch(PartnerRows rows, JdbcReach reach, JsonMapper json) {
        this.rows = rows;
        this.reach = reach;
        this.json = json;
    }

    @Override
    public String object() {
        return PartnerConfiguration.OBJECT;
    }

    @Override
    public List<SearchDocument> read(Collection<UUID> ids) {
        return rows.byIds(everyone(), ids.stream().map(PartnerId::new).toList()).stream()
                .map(this::document)
                .toList();
    }

    @Override
    public Slice<UUID> ids(@Nullable String cursor) {
        return rows.list(everyone(), Filter.ALL, cursor, Keyset.MAXIMUM)
                .map(partner -> partner.id().value());
    }

    @Override
    public Set<UUID> visible(Collection<UUID> ids) {
        return rows.byIds(reach.sight(), ids.stream().map(PartnerId::new).toList()).stream()
                .map(partner -> partner.id().value())
                .collect(Collectors.toSet());
    }

    private static PartnerVisibility everyone() {
        return PartnerVisibility.of(new Reach.Everyone(), TenantScope.tenant().value(), null);
    }

    private SearchDocument document(Partner partner) {
        var address = partner.address();
        return new SearchDocument(
                object(),
                partner.id().value(),
                partner.name(),
                List.of(partner.code(), address.phone()),
                List.of(address.province(), address.city(), address.district(), address.street(), address.contact()),
                json.writeValueAsString(new Shown(partner.code(), partner.role())));
    }

    /** What a hit displays in addition to the name. */
    record Shown(String code, PartnerRole role) {}
}
