package io.qudao.catalog.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Category;
import io.qudao.catalog.Picture;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.catalog.SkuStatus;
import io.qudao.kernel.Slice;
import io.qudao.kernel.TextForm;
import io.qudao.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue as every member sees it. */
@Component
@Transactional
class JdbcCatalog implements Catalog {
    private final SkuRows skus;
    private final SkuCodes codes;
    private final ProductRows products;
    private final JdbcPictures pictures;

    JdbcCatalog(SkuRows skus, SkuCodes codes, ProductRows products, JdbcPictures pictures) {
        this.skus = skus;
        this.codes = codes;
        this.products = products;
        this.pictures = pictures;
    }

    @Override
    public Map<SkuId, Sku> skus(Collection<SkuId> ids) {
        return skus.byIds(ids.stream().map(SkuId::value).toList()).stream()
                .collect(Collectors.toMap(Sku::id, Function.identity()));
    }

    @Override
    public Map<String, Sku> byCodes(Collection<String> codes) {
        return TextForm.findByCode(
                codes,
                wanted -> skus.byCodes(wanted.toArray(String[]::new)).stream()
                        .collect(Collectors.toMap(Sku::code, Function.identity())));
    }

    @Override
    public Map<String, SkuId> ids(Collection<String> wanted) {
        return TextForm.findByCode(wanted, codes::ids);
    }

    @Override
    public Slice<Sku> browse(Filter filter, @Nullable String cursor, int limit) {
        var caller = TenantScope.caller();
        boolean all = CatalogScopes.seesAll(caller);
        return skus.list(filter, all ? filter.status() : SkuStatus.ON_SHELF, cursor, limit);
    }

    @Override
    public List<Category> categories() {
        return products.categories();
    }

    @Override
    public Optional<Picture> picture(ProductId product) {
        return pictures.find(product.value());
    }
}
