package io.qudao.catalog.web;

import io.qudao.catalog.Product;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Products;
import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.record.HiddenFields;
import io.qudao.rest.EntityTag;
import io.qudao.rest.Paging;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Products, for members who maintain them. */
@RestController
@RequestMapping("/api/v1/products")
class ProductController {
    private final Products products;
    private final GoodsBodies bodies;
    private final IdempotencyKeys keys;
    private final HiddenFields hidden;

    ProductController(Products products, GoodsBodies bodies, IdempotencyKeys keys, HiddenFields hidden) {
        this.products = products;
        this.bodies = bodies;
        this.keys = keys;
        this.hidden = hidden;
    }

    @GetMapping
    @Permits({"catalog.read", "catalog.edit"})
    Slice<ProductBody> list(CatalogFilter filter, Paging paging) {
        return bodies.ofProducts(products.list(filter.filter(), paging.cursor(), paging.rows()));
    }

    @GetMapping("/{id}")
    @Permits({"catalog.read", "catalog.edit"})
    ResponseEntity<ProductBody> get(@PathVariable UUID id) {
        return tagged(found(id));
    }

    @PostMapping
    @Permits("catalog.edit")
    @HeadOffice
    ResponseEntity<ProductBody> create(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ProductRequest wanted) {
        var product = keys.once(
                new KeyedRequest("product", key, wanted),
                () -> products.create(wanted.draft()),
                made -> Made.of(made.id().value()),
                before -> found(before.id()));
        return ResponseEntity.created(URI.create("/api/v1/products/" + product.id()))
                .eTag(new EntityTag(product.version()).toString())
                .body(bodies.of(product));
    }

    @PutMapping("/{id}")
    @Permits("catalog.edit")
    @HeadOffice
    ResponseEntity<ProductBody> update(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProductRequest wanted) {
        long version = EntityTag.required(ifMatch).version();
        var draft = wanted.over(found(id), hidden.kept("product"), hidden.kept("sku"))
                .draft();
        return tagged(products.update(new ProductId(id), version, draft));
    }

    private Product found(UUID id) {
        return products.find(new ProductId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "product", id));
    }

    private ResponseEntity<ProductBody> tagged(Product product) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(product.version()).toString())
                .body(bodies.of(product));
    }
}
