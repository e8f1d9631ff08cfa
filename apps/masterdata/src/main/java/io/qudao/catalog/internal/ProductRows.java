package io.qudao.catalog.internal;

import io.qudao.catalog.Catalog.Filter;
import io.qudao.catalog.Category;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Product;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Sku;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.kernel.TextForm;
import io.qudao.record.HiddenFields;
import io.qudao.sql.SqlRow;
import io.qudao.sql.SqlText;
import io.qudao.sql.TenantSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products with their SKUs, and categories, by SQL. */
@Component
final class ProductRows {
    private static final String SELECT = """
            select p.id, p.code, p.name, p.brand, p.category_id, v.version as picture, p.version
            from apps.product p left join apps.picture v on v.tenant_id = p.tenant_id and v.product_id = p.id
            where p.tenant_id = :tenant and\s""";
    private static final String HAS_SKU = """
            exists (select from apps.sku s where s.tenant_id = :tenant and s.product_id = p.id and %s)""";

    /** The advisory lock of a tenant's categories. */
    private static final int SHELVES = 0x5E1F;

    private final TenantSql sql;
    private final SkuRows skus;
    private final HiddenFields hidden;

    ProductRows(TenantSql sql, SkuRows skus, HiddenFields hidden) {
        this.sql = sql;
        this.skus = skus;
        this.hidden = hidden;
    }

    /** Locks a product and raises its version; returns whether there is such a product. */
    boolean raise(ProductId id) {
        return sql.sql("update apps.product set version = version + 1 where tenant_id = :tenant and id = :id")
                        .set("id", id.value())
                        .update()
                == 1;
    }

    long numberOfSkus(ProductId product) {
        return sql.sql("select count(*) from apps.sku where tenant_id = :tenant and product_id = :product")
                .set("product", product.value())
                .number();
    }

    List<Product> byIds(List<UUID> ids) {
        return read("p.id = any(cast(:ids as uuid[]))", Map.of("ids", SkuRows.texts(ids)));
    }

    /** Returns the products of these SKUs. */
    Set<UUID> ofSkus(Collection<UUID> skus) {
        return ids("select distinct product_id from apps.sku where tenant_id = :tenant and id = any(:ids)", skus);
    }

    /** Returns the products in these categories. */
    Set<UUID> ofCategories(Collection<UUID> categories) {
        return ids("select id from apps.product where tenant_id = :tenant and category_id = any(:ids)", categories);
    }

    private Set<UUID> ids(String select, Collection<UUID> of) {
        return Set.copyOf(sql.sql(select).array("ids", "uuid", of).ids());
    }

    Slice<Product> list(Filter filter, @Nullable String cursor, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        boolean byCode = !hidden.hides("product.code");
        String after = Keyset.after(cursor, 1).getFirst();
        conditions.add(byCode ? "p.code > :after" : "p.id > :after");
        parameters.put("after", byCode ? after : Keyset.id(after));
        var category = filter.category();
        if (category != null) {
            conditions.add(SkuRows.IN_CATEGORY);
            parameters.put("category", category.value());
        }
        var text = filter.text();
        if (text != null && !text.isBlank()) {
            conditions.add("(" + SqlText.occursIn(hidden.shown(CatalogConfiguration.PRODUCT, "p", "code", "name"))
                    + " or " + SqlText.occursIn(":code", hidden.shown(CatalogConfiguration.PRODUCT, "p", "code"))
                    + " or " + HAS_SKU.formatted(skus.barcode()) + ")");
            parameters.put("text", TextForm.strip(TextForm.of(text)));
            parameters.put("code", TextForm.ofCode(text));
        }
        var status = filter.status();
        if (status != null) {
            conditions.add(HAS_SKU.formatted("s.status = :status"));
            parameters.put("status", status.name());
        }
        parameters.put("limit", Keyset.limit(limit) + 1);
        var rows = read(
                String.join(" and ", conditions) + (byCode ? " order by p.code" : " order by p.id") + " limit :limit",
                parameters);
        return Keyset.slice(
                rows,
                limit,
                product -> List.of(byCode ? product.code() : product.id().toString()));
    }

    List<Category> categories() {
        return sql.sql("""
                        select id, code, name, parent_id, version from apps.category
                        where tenant_id = :tenant order by\s""" + (hidden.hides("category.code") ? "id" : "code")).list(ProductRows::category);
    }

    /** Serializes changes of categories: two moves at the same time could place each category below the other. */
    void lockShelves() {
        sql.sql("select cast(pg_advisory_xact_lock(:lock, :tenant) as text) as locked")
                .set("lock", SHELVES)
                .list(row -> row.text("locked"));
    }

    private List<Product> read(String condition, Map<String, ?> parameters) {
        var bare = sql.sql(SELECT + condition).setAll(parameters).list(ProductRows::product);
        Map<ProductId, List<Sku>> byProduct =
                skus
                        .ofProducts(bare.stream()
                                .map(product -> product.id().value())
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Sku::product));
        return bare.stream()
                .map(product -> withSkus(product, byProduct.getOrDefault(product.id(), List.of())))
                .toList();
    }

    private static Product withSkus(Product bare, List<Sku> skus) {
        return new Product(
                bare.id(),
                bare.code(),
                bare.name(),
                bare.brand(),
                bare.category(),
                bare.picture(),
                skus,
                bare.version());
    }

    private static Product product(SqlRow row) throws SQLException {
        return new Product(
                row.id("id", ProductId::new),
                row.text("code"),
                row.text("name"),
                row.text("brand"),
                row.id("category_id", CategoryId::new),
                row.optionalText("picture"),
                List.of(),
                row.number("version"));
    }

    private static Category category(SqlRow row) throws SQLException {
        return new Category(
                row.id("id", CategoryId::new),
                row.text("code"),
                row.text("name"),
                row.optionalId("parent_id", CategoryId::new),
                row.number("version"));
    }
}
