package io.qudao.catalog.web;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.rest.EntityTag;
import io.qudao.rest.Paging;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** SKUs, for those who may read the catalogue; who only orders sees them with prices in {@code /catalogue}. */
@RestController
@RequestMapping("/api/v1/skus")
class SkuController {
    private final Catalog catalog;
    private final GoodsBodies bodies;

    SkuController(Catalog catalog, GoodsBodies bodies) {
        this.catalog = catalog;
        this.bodies = bodies;
    }

    @GetMapping
    @Permits({"catalog.read", "catalog.edit"})
    Slice<SkuBody> list(CatalogFilter filter, Paging paging) {
        return bodies.ofSkus(catalog.browse(filter.filter(), paging.cursor(), paging.rows()));
    }

    @GetMapping("/{id}")
    @Permits({"catalog.read", "catalog.edit"})
    ResponseEntity<SkuBody> get(@PathVariable UUID id) {
        var sku = catalog.skus(List.of(new SkuId(id))).values().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "sku", id));
        return ResponseEntity.ok().eTag(new EntityTag(sku.version()).toString()).body(bodies.of(sku));
    }
}
