package io.qudao.pricing.internal;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Reach;
import io.qudao.pricing.PriceEntry;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceScope;
import io.qudao.record.HiddenFields;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Price lists of sellers in reach, by SQL. */
@Component
final class PriceListRows {
    private static final String SELECT = """
            select l.id, l.seller_id, l.code, l.name, l.scope, l.scope_key, l.priority, l.currency, l.active, l.version
            from apps.price_list l where l.tenant_id = :tenant and\s""";
    private static final String ENTRIES = """
            select e.id, e.sku_id, e.unit, e.minimum, e.valid_from, e.valid_until, e.price, e.since_edition
            from apps.price_entry e
            where e.tenant_id = :tenant and e.price_list_id = :list and e.until_edition is null
              and (e.sku_id = :sku or cast(:sku as uuid) is null)
              and (e.sku_id, e.unit, e.valid_from, e.minimum)
                  > (cast(:afterSku as uuid), :afterUnit, cast(:afterFrom as timestamptz), :afterMinimum)
            order by e.sku_id, e.unit, e.valid_from, e.minimum limit :limit
            """;

    private final TenantSql sql;
    private final HiddenFields hidden;

    PriceListRows(TenantSql sql, HiddenFields hidden) {
        this.sql = sql;
        this.hidden = hidden;
    }

    Optional<PriceList> find(Reach reach, PriceListId id) {
        return read(reach, "l.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    Slice<PriceList> list(Reach reach, @Nullable PartnerId seller, @Nullable String cursor, int limit) {
        var parameters = new HashMap<String, Object>();
        String ofSeller = "";
        if (seller != null) {
            ofSeller = "l.seller_id = :seller and ";
            parameters.put("seller", seller.value());
        }
        parameters.put("limit", Keyset.limit(limit) + 1);
        return hidden.hides("price_list.seller", "price_list.code")
                ? byId(reach, ofSeller, parameters, cursor, limit)
                : byCode(reach, ofSeller, parameters, cursor, limit);
    }

    private Slice<PriceList> byCode(
            Reach reach, String condition, Map<String, Object> parameters, @Nullable String cursor, int limit) {
        var after = Keyset.after(cursor, 2);
        parameters.put("afterSeller", Keyset.id(after.getFirst()));
        parameters.put("afterCode", after.getLast());
        var rows = read(
                reach,
                condition
                        + "(l.seller_id, l.code) > (:afterSeller, :afterCode) order by l.seller_id, l.code limit"
                        + " :limit",
                parameters);
        return Keyset.slice(rows, limit, list -> List.of(list.seller().toString(), list.code()));
    }

    /** For callers from whom the usual order is hidden. */
    private Slice<PriceList> byId(
            Reach reach, String condition, Map<String, Object> parameters, @Nullable String cursor, int limit) {
        parameters.put("after", Keyset.id(Keyset.after(cursor, 1).getFirst()));
        var rows = read(reach, condition + "l.id > :after order by l.id limit :limit", parameters);
        return Keyset.slice(rows, limit, list -> List.of(list.id().toString()));
    }

    /**
     * Returns the lists with these codes of these sellers, locked in a fixed order, so that concurrent changes wait for
     * each other.
     */
    List<PriceList> lock(Collection<PartnerId> sellers, Collection<String> codes) {
        return read(
                new Reach.These(Set.copyOf(sellers)),
                "l.code = any(:codes) order by l.id for update",
                Map.of("codes", codes.toArray(String[]::new)));
    }

    Slice<PriceEntry> entries(PriceList list, @Nullable SkuId sku, @Nullable String cursor, int limit) {
        var after = Keyset.after(cursor, 4);
        boolean first = after.getFirst().isEmpty();
        return sql.sql(ENTRIES)
                .set("list", list.id().value())
                .set("sku", sku == null ? null : sku.value())
                .set("afterSku", Keyset.id(after.getFirst()))
                .set("afterUnit", after.get(1))
                .set("afterFrom", Keyset.instant(after.get(2)))
                .set("afterMinimum", first ? 0 : Keyset.number(after.get(3)))
                .slice(limit, row -> entry(row, list.currency()), PriceListRows::key);
    }

    private static List<String> key(PriceEntry entry) {
        return List.of(entry.sku().toString(), entry.unit(), entry.from().toString(), Long.toString(entry.minimum()));
    }

    private List<PriceList> read(Reach reach, String condition, Map<String, ?> parameters) {
        var all = new HashMap<String, Object>(parameters);
        String scope = switch (reach) {
            case Reach.Everyone _ -> "";
            case Reach.These these -> {
                all.put(
                        "reach",
                        these.partners().stream().map(PartnerId::toString).toArray(String[]::new));
                yield "l.seller_id = any(cast(:reach as uuid[])) and ";
            }
        };
        return sql.sql(SELECT + scope + condition).setAll(all).list(PriceListRows::priceList);
    }

    private static PriceList priceList(SqlRow row) throws SQLException {
        String key = row.text("scope_key");
        return new PriceList(
                row.id("id", PriceListId::new),
                row.id("seller_id", PartnerId::new),
                row.text("code"),
                row.text("name"),
                row.choice("scope", PriceScope.class),
                key.isEmpty() ? null : key,
                row.count("priority"),
                row.currency("currency"),
                row.truth("active"),
                row.number("version"));
    }

    private static PriceEntry entry(SqlRow row, CurrencyCode currency) throws SQLException {
        return new PriceEntry(
                row.id("id", PriceEntryId::new),
                row.id("sku_id", SkuId::new),
                row.text("unit"),
                row.number("minimum"),
                row.instant("valid_from"),
                row.optionalInstant("valid_until"),
                row.price("price", currency),
                row.number("since_edition"));
    }
}
