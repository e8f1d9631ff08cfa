package io.qudao.catalog.internal;

import io.qudao.catalog.Catalog.Filter;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.kernel.TextForm;
import io.qudao.record.HiddenFields;
import io.qudao.sql.SqlRow;
import io.qudao.sql.SqlText;
import io.qudao.sql.TenantSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SKUs by SQL. */
@Component
final class SkuRows {
    /** Selects the category and all below it. */
    static final String IN_CATEGORY = """
            p.category_id in (
                with recursive shelf as (
                    select c.id from apps.category c where c.tenant_id = :tenant and c.id = :category
                    union
                    select c.id from apps.category c join shelf on c.parent_id = shelf.id where c.tenant_id = :tenant)
                select id from shelf)""";

    private static final String SELECT = """
            select s.id, s.product_id, s.code, s.name, s.barcode, p.category_id, s.base_unit, s.unit_code,
                   s.unit_numerator, s.unit_denominator, s.status, s.version
            from apps.sku s join apps.product p on p.tenant_id = s.tenant_id and p.id = s.product_id
            where s.tenant_id = :tenant and\s""";
    private final TenantSql sql;
    private final HiddenFields hidden;

    SkuRows(TenantSql sql, HiddenFields hidden) {
        this.sql = sql;
        this.hidden = hidden;
    }

    List<Sku> byIds(List<UUID> ids) {
        return read("s.id = any(cast(:ids as uuid[]))", Map.of("ids", texts(ids)));
    }

    List<Sku> byCodes(String[] codes) {
        return read("s.code = any(:codes)", Map.of("codes", codes));
    }

    List<Sku> ofProducts(List<UUID> products) {
        return read("s.product_id = any(cast(:ids as uuid[])) order by s.code", Map.of("ids", texts(products)));
    }

    Slice<Sku> list(Filter filter, @Nullable SkuStatus status, @Nullable String cursor, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        boolean byCode = !hidden.hides("sku.code");
        String after = Keyset.after(cursor, 1).getFirst();
        conditions.add(byCode ? "s.code > :after" : "s.id > :after");
        parameters.put("after", byCode ? after : Keyset.id(after));
        var category = filter.category();
        if (category != null) {
            conditions.add(IN_CATEGORY);
            parameters.put("category", category.value());
        }
        var text = filter.text();
        if (text != null && !text.isBlank()) {
            conditions.add("(" + text() + " or " + barcode() + ")");
            parameters.put("text", TextForm.strip(TextForm.of(text)));
            parameters.put("code", TextForm.ofCode(text));
        }
        if (status != null) {
            conditions.add("s.status = :status");
            parameters.put("status", status.name());
        }
        parameters.put("limit", Keyset.limit(limit) + 1);
        var rows = read(
                String.join(" and ", conditions) + (byCode ? " order by s.code" : " order by s.id") + " limit :limit",
                parameters);
        return Keyset.slice(
                rows, limit, sku -> List.of(byCode ? sku.code() : sku.id().toString()));
    }

    /** Returns the condition that an SKU has the bar code {@code :text}. */
    String barcode() {
        return hidden.hides("sku.barcode") ? "cast(:code as text) is null" : "s.barcode = :code";
    }

    private String text() {
        return SqlText.occursIn(hidden.shown(CatalogConfiguration.SKU, "s", "code", "name")) + " or "
                + SqlText.occursIn(":code", hidden.shown(CatalogConfiguration.SKU, "s", "code"));
    }

    static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private List<Sku> read(String condition, Map<String, ?> parameters) {
        return sql.sql(SELECT + condition).setAll(parameters).list(SkuRows::sku);
    }

    private static Sku sku(SqlRow row) throws SQLException {
        return new Sku(
                row.id("id", SkuId::new),
                row.id("product_id", ProductId::new),
                row.text("code"),
                row.text("name"),
                row.optionalText("barcode"),
                row.id("category_id", CategoryId::new),
                row.text("base_unit"),
                units(row),
                row.choice("status", SkuStatus.class),
                row.number("version"));
    }

    private static List<Unit> units(SqlRow row) throws SQLException {
        var codes = row.texts("unit_code");
        var numerators = row.numbers("unit_numerator");
        var denominators = row.numbers("unit_denominator");
        return IntStream.range(0, codes.size())
                .mapToObj(at -> new Unit(codes.get(at), numerators.get(at), denominators.get(at)))
                .toList();
    }
}
