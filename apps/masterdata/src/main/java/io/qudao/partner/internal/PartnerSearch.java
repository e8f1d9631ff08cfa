package io.qudao.partner.internal;

import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Partners.Filter;
import io.qudao.partner.Reach;
import io.qudao.record.HiddenFields;
import io.qudao.record.StandsFor;
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
    /** The fields a document is made of. */
    private static final String[] FIELDS = {
        "partner.code",
        "partner.name",
        "partner.role",
        "partner.province",
        "partner.city",
        "partner.district",
        "partner.street",
        "partner.contact",
        "partner.phone"
    };

    private final PartnerRows rows;
    private final JdbcReach reach;
    private final JsonMapper json;
    private final HiddenFields hidden;

    PartnerSearch(PartnerRows rows, JdbcReach reach, JsonMapper json, HiddenFields hidden) {
        this.rows = rows;
        this.reach = reach;
        this.json = json;
        this.hidden = hidden;
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
        if (!PartnerConfiguration.reads(TenantScope.caller())) {
            return Set.of();
        }
        return rows.byIds(reach.visible(), ids.stream().map(PartnerId::new).toList()).stream()
                .map(partner -> partner.id().value())
                .collect(Collectors.toSet());
    }

    @Override
    public Visible readable(Collection<UUID> ids) {
        var visible = visible(ids);
        return hidden.hides(FIELDS) ? new Visible(Set.of(), read(visible)) : new Visible(visible, List.of());
    }

    private static PartnerVisibility everyone() {
        return PartnerVisibility.of(new Reach.Everyone(), TenantScope.tenant().value(), null);
    }

    private SearchDocument document(Partner partner) {
        var address = partner.address();
        return new SearchDocument(
                object(),
                partner.id().value(),
                hidden.text("partner.name", partner.name()),
                List.of(hidden.text("partner.code", partner.code()), hidden.text("partner.phone", address.phone())),
                List.of(
                        hidden.text("partner.province", address.province()),
                        hidden.text("partner.city", address.city()),
                        hidden.text("partner.district", address.district()),
                        hidden.text("partner.street", address.street()),
                        hidden.text("partner.contact", address.contact())),
                json.writeValueAsString(new Shown(partner.code(), partner.role())));
    }

    /** What a hit displays in addition to the name. */
    record Shown(
            @StandsFor("partner.code") String code,
            @StandsFor("partner.role") PartnerRole role) {}
}
