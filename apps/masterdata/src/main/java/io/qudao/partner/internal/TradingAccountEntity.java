package io.qudao.partner.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.partner.AccountId;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.PartnerId;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Write model of a {@link TradingAccount}. */
@Entity
@Table(schema = "apps", name = "trading_account")
class TradingAccountEntity {
    @Id
    private UUID id = new UUID(0, 0);

    @TenantId
    @Column(name = "tenant_id")
    private Integer tenant;

    @Column(name = "seller_id")
    private UUID seller = new UUID(0, 0);

    @Column(name = "buyer_id")
    private UUID buyer = new UUID(0, 0);

    private String currency = "";

    @Column(name = "price_group")
    private @Nullable String priceGroup;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> regions = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private AccountStatus status = AccountStatus.ACTIVE;

    @Version
    private int version;

    protected TradingAccountEntity() {}

    TradingAccountEntity(UUID id, NewAccount opened) {
        this.id = id;
        this.seller = opened.seller().value();
        this.buyer = opened.buyer().value();
        this.currency = opened.currency().value();
        take(opened.terms());
    }

    final void take(Terms terms) {
        priceGroup = terms.priceGroup();
        regions = new ArrayList<>(terms.regions());
        status = terms.status();
    }

    /** Returns the account as just opened; only active partners get accounts. */
    TradingAccount account() {
        return new TradingAccount(
                new AccountId(id),
                new PartnerId(seller),
                new PartnerId(buyer),
                new CurrencyCode(currency),
                priceGroup,
                regions,
                status,
                true,
                version);
    }

    int version() {
        return version;
    }

    UUID seller() {
        return seller;
    }

    Integer tenant() {
        return tenant;
    }
}
