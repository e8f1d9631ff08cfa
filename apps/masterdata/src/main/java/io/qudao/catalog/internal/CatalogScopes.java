package io.qudao.catalog.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The products and SKUs a caller may see as records: all with {@code catalog.read}, otherwise those on the shelf. */
@Configuration(proxyBeanMethods = false)
class CatalogScopes {
    static final String CATEGORY = "category_all";
    static final String PRODUCT = "product_on_shelf";
    static final String SKU = "sku_on_shelf";

    @Bean
    static RowScope categoryScope() {
        return new Shelf(CATEGORY, "true");
    }

    @Bean
    static RowScope productScope() {
        return new Shelf(PRODUCT, """
                exists (select from apps.sku s where s.tenant_id = r.tenant_id and s.product_id = r.id
                        and s.status = 'ON_SHELF')""");
    }

    @Bean
    static RowScope skuScope() {
        return new Shelf(SKU, "r.status = 'ON_SHELF'");
    }

    static boolean seesAll(Caller caller) {
        return caller.may("catalog.read") || caller.may("catalog.edit");
    }

    /** Returns whether the caller may see the goods on the shelf, from which whoever orders chooses. */
    static boolean seesShelf(Caller caller) {
        return seesAll(caller) || caller.may("order.create");
    }

    private record Shelf(String name, String onShelf) implements RowScope {
        @Override
        public SqlFragment predicate(Caller caller) {
            return new SqlFragment(seesAll(caller) ? "true" : onShelf, List.of());
        }
    }
}
