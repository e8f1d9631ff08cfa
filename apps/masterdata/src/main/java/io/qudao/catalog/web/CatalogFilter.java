package io.qudao.catalog.web;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.SkuStatus;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Violations;
import io.qudao.record.StandsFor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The query parameters of product and SKU lists. */
record CatalogFilter(
        @StandsFor("product.category") @Nullable UUID category,
        @Nullable String text,
        @StandsFor("sku.status") @Nullable String status) {
    Catalog.Filter filter() {
        var violations = new Violations();
        var filter = new Catalog.Filter(
                category == null ? null : new CategoryId(category),
                text,
                status == null ? null : violations.choice("status", status, SkuStatus.class));
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return filter;
    }
}
