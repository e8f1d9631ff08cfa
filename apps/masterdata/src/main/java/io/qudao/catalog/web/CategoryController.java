package io.qudao.catalog.web;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Category;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.record.HiddenFields;
import io.qudao.record.HiddenFields.Kept;
import io.qudao.record.OwnFields;
import io.qudao.record.StandsFor;
import io.qudao.rest.EntityTag;
import io.qudao.rest.FieldsBody;
import java.net.URI;
import java.util.List;
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

/** Returns the category trees as a whole, because there are few categories. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoryController {
    private static final String OBJECT = "category";

    private final Catalog catalog;
    private final Products products;
    private final OwnFields own;
    private final IdempotencyKeys keys;
    private final HiddenFields hidden;

    CategoryController(Catalog catalog, Products products, OwnFields own, IdempotencyKeys keys, HiddenFields hidden) {
        this.catalog = catalog;
        this.products = products;
        this.own = own;
        this.keys = keys;
        this.hidden = hidden;
    }

    @GetMapping
    @Permits({"catalog.read", "catalog.edit", "order.create"})
    List<CategoryBody> list() {
        return own.besideAll(
                OBJECT, catalog.categories(), category -> category.id().value(), CategoryBody::of);
    }

    @GetMapping("/{id}")
    @Permits({"catalog.read", "catalog.edit", "order.create"})
    ResponseEntity<CategoryBody> get(@PathVariable UUID id) {
        return tagged(found(id));
    }

    @PostMapping
    @Permits("catalog.edit")
    @HeadOffice
    ResponseEntity<CategoryBody> create(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Request wanted) {
        var category = keys.once(
                new KeyedRequest("category", key, wanted),
                () -> products.createCategory(wanted.draft()),
                made -> Made.of(made.id().value()),
                before -> found(before.id()));
        return ResponseEntity.created(URI.create("/api/v1/categories/" + category.id()))
                .eTag(new EntityTag(category.version()).toString())
                .body(body(category));
    }

    @PutMapping("/{id}")
    @Permits("catalog.edit")
    @HeadOffice
    ResponseEntity<CategoryBody> update(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Request wanted) {
        long version = EntityTag.required(ifMatch).version();
        var draft = wanted.over(found(id), hidden.kept(OBJECT)).draft();
        return tagged(products.updateCategory(new CategoryId(id), version, draft));
    }

    private Category found(UUID id) {
        return catalog.categories().stream()
                .filter(category -> category.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "category", id));
    }

    private CategoryBody body(Category found) {
        return own.beside(OBJECT, found, category -> category.id().value(), CategoryBody::of);
    }

    private ResponseEntity<CategoryBody> tagged(Category category) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(category.version()).toString())
                .body(body(category));
    }

    /** A category in JSON. */
    record CategoryBody(
            UUID id,
            @StandsFor("category.code") String code,
            @StandsFor("category.name") String name,
            @StandsFor("category.parent") @Nullable UUID parent,
            FieldsBody custom,
            long version) {
        static CategoryBody of(Category category, Value.Fields own) {
            var parent = category.parent();
            return new CategoryBody(
                    category.id().value(),
                    category.code(),
                    category.name(),
                    parent == null ? null : parent.value(),
                    new FieldsBody(own),
                    category.version());
        }
    }

    /** A category as sent by a client. */
    record Request(
            @Nullable String code,
            @Nullable String name,
            @Nullable UUID parent,
            @Nullable FieldsBody custom) {
        /** Returns it with what the caller does not replace as it is now; without a parent, nothing moves (DD099). */
        Request over(Category now, Kept kept) {
            var above = now.parent();
            var home = above == null ? null : above.value();
            return new Request(
                    kept.of("code", now.code(), code),
                    kept.of("name", now.name(), name),
                    kept.orGiven("parent", home, parent),
                    custom);
        }

        CategoryDraft draft() {
            return new CategoryDraft(
                    code == null ? "" : code,
                    name == null ? "" : name,
                    parent == null ? null : new CategoryId(parent),
                    ProductRequest.own(custom));
        }
    }
}
