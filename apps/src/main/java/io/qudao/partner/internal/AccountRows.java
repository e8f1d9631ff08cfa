package io.qudao.partner.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.partner.AccountId;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Reach;
import io.qudao.partner.TradingAccount;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final JdbcReach reach;

    AccountRows(JdbcClient jdbc, JdbcReach reach) {
        this.jdbc = jdbc;
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
        all.put("tenant", caller.tenant().id().value());
        String scope = switch (reach.ofCaller()) {
            case Reach.Everyone _ -> "";
            case Reach.These these -> {
                var self = caller.partner();
                all.put("self", self == null ? new UUID(0, 0) : self);
                all.put("reach", Sight.texts(these.partners()));
                yield IN_REACH;
            }
        };
        return jdbc.sql(SELECT + scope + condition)
                .params(all)
                .query(AccountRows::account)
                .list();
    }

    private static TradingAccount account(ResultSet row, int number) throws SQLException {
        return new TradingAccount(
                new AccountId(row.getObject("id", UUID.class)),
                new PartnerId(row.getObject("seller_id", UUID.class)),
                new PartnerId(row.getObject("buyer_id", UUID.class)),
                new CurrencyCode(row.getString("currency")),
                row.getString("price_group"),
                List.of((String[]) row.getArray("regions").getArray()),
                AccountStatus.valueOf(row.getString("status")),
                row.getBoolean("partners_active"),
                row.getLong("version"));
    }
}
