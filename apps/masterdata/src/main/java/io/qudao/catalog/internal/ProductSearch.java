package io.qudao.catalog.internal;

import io.qudao.catalog.Catalog.Filter;
import io.qudao.catalog.Category;
import io.qudao.catalog.Product;
import io.qudao.catalog.Sku;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchSource;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
    private final ProductRows rows;
    private final JsonMapper json;

    ProductSearch(ProductRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
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
        boolean all = CatalogScopes.seesAll(TenantScope.caller());
        return rows.byIds(List.copyOf(ids)).stream()
                .filter(product -> all || product.skus().stream().anyMatch(Sku::isOnShelf))
                .map(product -> product.id().value())
                .collect(Collectors.toSet());
    }

    private SearchDocument document(Product product, String category) {
        var keywords = Stream.concat(
                        Stream.of(product.code()),
                        product.skus().stream().flatMap(sku -> Stream.of(sku.code(), sku.barcode())))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var texts = Stream.concat(
                        Stream.of(product.brand(), category),
                        product.skus().stream().map(Sku::name))
                .filter(text -> !text.isEmpty() && !text.equals(product.name()))
                .distinct()
                .toList();
        return new SearchDocument(
                object(),
                product.id().value(),
                product.name(),
                keywords,
                texts,
                json.writeValueAsString(new Shown(product.code(), product.picture())));
    }

    /** What a hit displays in addition to the name; the picture is given by its version. */
    record Shown(String code, @Nullable String picture) {}
}
