package io.qudao.partner.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.partner.AccountId;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Reach;
import io.qudao.partner.TradingAccount;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Trading accounts by SQL: those whose seller is in reach, and those by which the partner acted for buys. */
@Component
final class AccountRows {
    private static final String SELECT = """
            select a.id, a.seller_id, a.buyer_id, a.currency, a.price_group, a.regions, a.status, a.version,
                   not exists (select 1 from apps.partner p where p.tenant_id = a.tenant_id
                               and p.id in (a.seller_id, a.buyer_id) and p.status = 'INACTIVE') as partners_active
            from apps.trading_account a where a.tenant_id = :tenant and\s""";
    private static final String IN_REACH = "(a.buyer_id = :self or a.seller_id = any(cast(:reach as uuid[]))) and ";

    private final TenantSql sql;
    private final JdbcReach reach;

    AccountRows(TenantSql sql, JdbcReach reach) {
        this.sql = sql;
        this.reach = reach;
    }

    List<TradingAccount> byIds(Iterable<UUID> ids) {
        var texts = new java.util.ArrayList<String>();
        ids.forEach(id -> texts.add(id.toString()));
        return read("a.id = any(cast(:ids as uuid[]))", Map.of("ids", texts.toArray(String[]::new)));
    }

    List<TradingAccount> between(PartnerId seller, PartnerId buyer, CurrencyCode currency) {
        return read(
                "a.seller_id = :seller and a.buyer_id = :buyer and a.currency = :currency",
                Map.of("seller", seller.value(), "buyer", buyer.value(), "currency", currency.value()));
    }

    List<TradingAccount> ofBuyer(PartnerId buyer) {
        return read("a.buyer_id = :buyer order by a.id", Map.of("buyer", buyer.value()));
    }

    Slice<TradingAccount> ofSeller(PartnerId seller, @Nullable String cursor, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("seller", seller.value());
        parameters.put("limit", Keyset.limit(limit) + 1);
        parameters.put("after", Keyset.id(Keyset.after(cursor, 1).getFirst()));
        var rows = read("a.seller_id = :seller and a.id > :after order by a.id limit :limit", parameters);
        return Keyset.slice(rows, limit, account -> List.of(account.id().toString()));
    }

    private List<TradingAccount> read(String condition, Map<String, ?> parameters) {
        var caller = TenantScope.caller();
        var all = new HashMap<String, Object>(parameters);
        String scope = switch (reach.ofCaller()) {
            case Reach.Everyone _ -> "";
            case Reach.These these -> {
                var self = caller.partner();
                all.put("self", self == null ? new UUID(0, 0) : self);
                all.put("reach", PartnerVisibility.texts(these.partners()));
                yield IN_REACH;
            }
        };
        return sql.sql(SELECT + scope + condition).setAll(all).list(AccountRows::account);
    }

    private static TradingAccount account(SqlRow row) throws SQLException {
        return new TradingAccount(
                row.id("id", AccountId::new),
                row.id("seller_id", PartnerId::new),
                row.id("buyer_id", PartnerId::new),
                row.currency("currency"),
                row.optionalText("price_group"),
                row.texts("regions"),
                row.choice("status", AccountStatus.class),
                row.truth("partners_active"),
                row.number("version"));
    }
}
