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
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SKUs by SQL. */
@Component
final class SkuRows {
    /** The category and all below it. */
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
    private static final String TEXT =
            "(position(lower(:text) in lower(s.code || ' ' || s.name)) > 0 or s.barcode = :text)";

    private final JdbcClient jdbc;

    SkuRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        conditions.add("s.code > :after");
        parameters.put("after", Keyset.after(cursor, 1).getFirst());
        var category = filter.category();
        if (category != null) {
            conditions.add(IN_CATEGORY);
            parameters.put("category", category.value());
        }
        var text = filter.text();
        if (text != null && !text.isBlank()) {
            conditions.add(TEXT);
            parameters.put("text", text.strip());
        }
        if (status != null) {
            conditions.add("s.status = :status");
            parameters.put("status", status.name());
        }
        parameters.put("limit", Keyset.limit(limit) + 1);
        var rows = read(String.join(" and ", conditions) + " order by s.code limit :limit", parameters);
        return Keyset.slice(rows, limit, sku -> List.of(sku.code()));
    }

    static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private List<Sku> read(String condition, Map<String, ?> parameters) {
        return jdbc.sql(SELECT + condition)
                .param("tenant", TenantScope.tenant().value())
                .params(parameters)
                .query(SkuRows::sku)
                .list();
    }

    private static Sku sku(ResultSet row, int number) throws SQLException {
        return new Sku(
                new SkuId(row.getObject("id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("barcode"),
                new CategoryId(row.getObject("category_id", UUID.class)),
                row.getString("base_unit"),
                units(row),
                SkuStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }

    private static List<Unit> units(ResultSet row) throws SQLException {
        var codes = (String[]) row.getArray("unit_code").getArray();
        var numerators = (Long[]) row.getArray("unit_numerator").getArray();
        var denominators = (Long[]) row.getArray("unit_denominator").getArray();
        return IntStream.range(0, codes.length)
                .mapToObj(at -> new Unit(codes[at], numerators[at], denominators[at]))
                .toList();
    }
}
