package io.qudao.catalog.internal;

import io.qudao.catalog.Catalog.Filter;
import io.qudao.catalog.Category;
import io.qudao.catalog.Product;
import io.qudao.catalog.Sku;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes products searchable, also by their SKUs' codes and bar codes. */
@Component
class ProductSearch implements SearchSource {
    /** The fields a document is made of. */
    private static final String[] FIELDS = {
        "product.code",
        "product.name",
        "product.brand",
        "product.category",
        "category.name",
        "sku.product",
        "sku.code",
        "sku.name",
        "sku.barcode"
    };

    private final ProductRows rows;
    private final JsonMapper json;
    private final HiddenFields hidden;

    ProductSearch(ProductRows rows, JsonMapper json, HiddenFields hidden) {
        this.rows = rows;
        this.json = json;
        this.hidden = hidden;
    }

    @Override
    public String object() {
        return CatalogConfiguration.PRODUCT;
    }

    @Override
    public Set<String> objects() {
        return Set.of(CatalogConfiguration.PRODUCT, CatalogConfiguration.SKU, CatalogConfiguration.CATEGORY);
    }

    @Override
    public Set<UUID> concerned(String changed, Set<UUID> ids) {
        return changed.equals(CatalogConfiguration.SKU) ? rows.ofSkus(ids) : rows.ofCategories(ids);
    }

    @Override
    public List<SearchDocument> read(Collection<UUID> ids) {
        var categories = rows.categories().stream().collect(Collectors.toMap(Category::id, Category::name));
        return rows.byIds(List.copyOf(ids)).stream()
                .map(product -> document(product, categories.getOrDefault(product.category(), "")))
                .toList();
    }

    @Override
    public Slice<UUID> ids(@Nullable String cursor) {
        return rows.list(Filter.ALL, cursor, Keyset.MAXIMUM)
                .map(product -> product.id().value());
    }

    @Override
    public Set<UUID> visible(Collection<UUID> ids) {
        if (!CatalogScopes.seesShelf(TenantScope.caller())) {
            return Set.of();
        }
        boolean all = CatalogScopes.seesAll(TenantScope.caller());
        return rows.byIds(List.copyOf(ids)).stream()
                .filter(product -> all || product.skus().stream().anyMatch(Sku::isOnShelf))
                .map(product -> product.id().value())
                .collect(Collectors.toSet());
    }

    @Override
    public Visible readable(Collection<UUID> ids) {
        var visible = visible(ids);
        return hidden.hides(FIELDS) ? new Visible(Set.of(), read(visible)) : new Visible(visible, List.of());
    }

    private SearchDocument document(Product product, String category) {
        var skus = hidden.hides("sku.product") ? List.<Sku>of() : product.skus();
        var title = hidden.text("product.name", product.name());
        var keywords = Stream.concat(
                        Stream.of(hidden.text("product.code", product.code())),
                        skus.stream().flatMap(this::keywords))
                .filter(keyword -> !keyword.isEmpty())
                .distinct()
                .toList();
        var shelf = hidden.hides("product.category") ? "" : hidden.text("category.name", category);
        var texts = Stream.concat(
                        Stream.of(hidden.text("product.brand", product.brand()), shelf),
                        skus.stream().map(sku -> hidden.text("sku.name", sku.name())))
                .filter(text -> !text.isEmpty() && !text.equals(title))
                .distinct()
                .toList();
        return new SearchDocument(
                object(),
                product.id().value(),
                title,
                keywords,
                texts,
                json.writeValueAsString(new Shown(product.code(), product.picture())));
    }

    private Stream<String> keywords(Sku sku) {
        var barcode = sku.barcode();
        return Stream.of(
                hidden.text("sku.code", sku.code()), barcode == null ? "" : hidden.text("sku.barcode", barcode));
    }

    /** What a hit displays in addition to the name; the picture is given by its version. */
    record Shown(
            @StandsFor("product.code") String code,
            @Nullable String picture) {}
}
