package io.qudao.pricing.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Write model of a {@link PriceList}. {@link EntryWrites} writes its entries and counts the edition. */
@Entity
@Table(schema = "apps", name = "price_list")
class PriceListEntity {
    @Id
    private UUID id = new UUID(0, 0);

    @TenantId
    @Column(name = "tenant_id")
    private Integer tenant;

    @Column(name = "seller_id")
    private UUID seller = new UUID(0, 0);

    private String code = "";
    private String name = "";

    @Enumerated(EnumType.STRING)
    private PriceScope scope = PriceScope.BASE;

    @Column(name = "scope_key")
    private String scopeKey = "";

    private int priority;
    private String currency = "";
    private boolean active;

    @Version
    private int version;

    protected PriceListEntity() {}

    PriceListEntity(UUID id, PartnerId seller, Draft draft) {
        this.id = id;
        this.seller = seller.value();
        take(draft);
    }

    final void take(Draft draft) {
        code = draft.code();
        name = draft.name();
        scope = draft.scope();
        String key = draft.scopeKey();
        scopeKey = key == null ? "" : key;
        priority = draft.priority();
        currency = draft.currency().value();
        active = draft.active();
    }

    PriceList priceList() {
        return priceList(version);
    }

    /** @param stored its version in the database, where Hibernate knows an older one */
    PriceList priceList(long stored) {
        return new PriceList(
                new PriceListId(id),
                new PartnerId(seller),
                code,
                name,
                scope,
                scopeKey.isEmpty() ? null : scopeKey,
                priority,
                new CurrencyCode(currency),
                active,
                stored);
    }

    UUID id() {
        return id;
    }

    UUID seller() {
        return seller;
    }

    String code() {
        return code;
    }

    Integer tenant() {
        return tenant;
    }
}
