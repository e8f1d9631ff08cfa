package io.qudao.catalog.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.Category;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Picture;
import io.qudao.catalog.Product;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Products;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the catalogue with Hibernate. */
@Component
@Transactional
class JpaProducts implements Products {
    private final ProductRows rows;
    private final ProductWrites writes;
    private final JdbcPictures pictures;
    private final EntityManager entities;

    JpaProducts(ProductRows rows, ProductWrites writes, JdbcPictures pictures, EntityManager entities) {
        this.rows = rows;
        this.writes = writes;
        this.pictures = pictures;
        this.entities = entities;
    }

    @Override
    public Optional<Product> find(ProductId id) {
        return rows.byIds(List.of(id.value())).stream().findFirst();
    }

    @Override
    public Slice<Product> list(Catalog.Filter filter, @Nullable String cursor, int limit) {
        return rows.list(filter, cursor, limit);
    }

    @Override
    public Product create(ProductDraft draft) {
        return write(null, draft);
    }

    @Override
    public Product update(ProductId id, long version, ProductDraft draft) {
        var product = locked(ProductEntity.class, "product", id.value());
        requireCurrent(version, product.version());
        entities.lock(product, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return write(product, draft);
    }

    private Product write(@Nullable ProductEntity product, ProductDraft draft) {
        var violations = new Violations();
        var clean = ProductCheck.clean(draft, violations);
        if (entities.find(CategoryEntity.class, clean.category().value()) == null) {
            violations.add("category", "unknown", clean.category());
        }
        var there = writes.skus(clean.skus().stream().map(SkuDraft::code).toList());
        ProductWrites.check(clean, product, there, violations);
        violations.failIfAny(CatalogProblem.PRODUCT_INVALID);
        var written = writes.write(product, clean, there);
        if (product != null) {
            writes.takeOthersOffShelf(product, clean);
        }
        writes.flush(List.of(written.id()));
        return rows.byIds(List.of(written.id())).getFirst();
    }

    @Override
    public Picture putPicture(ProductId id, byte[] bytes) {
        locked(ProductEntity.class, "product", id.value());
        var picture = pictures.put(id.value(), bytes);
        writes.flush(List.of(id.value()));
        return picture;
    }

    @Override
    public Category createCategory(CategoryDraft draft) {
        var entity = new CategoryEntity(Ids.next(), checked(draft, null));
        entities.persist(entity);
        return flushed(entity);
    }

    @Override
    public Category updateCategory(CategoryId id, long version, CategoryDraft draft) {
        var entity = locked(CategoryEntity.class, "category", id.value());
        requireCurrent(version, entity.category().version());
        entity.take(checked(draft, id));
        return flushed(entity);
    }

    private Category flushed(CategoryEntity entity) {
        try {
            entities.flush();
        } catch (ConstraintViolationException taken) {
            throw ProductWrites.conflict(taken);
        }
        return entity.category();
    }

    private CategoryDraft checked(CategoryDraft draft, @Nullable CategoryId self) {
        var violations = new Violations();
        var clean = ProductCheck.clean(draft, violations);
        var parent = clean.parent();
        if (parent != null) {
            var all = rows.categories().stream().collect(Collectors.toMap(Category::id, Function.identity()));
            if (!all.containsKey(parent)) {
                violations.add("parent", "unknown", parent);
            } else if (self != null && isBelow(parent, self, all)) {
                violations.add("parent", "below_itself");
            }
        }
        violations.failIfAny(CatalogProblem.CATEGORY_INVALID);
        return clean;
    }

    private static boolean isBelow(CategoryId start, CategoryId above, Map<CategoryId, Category> all) {
        for (CategoryId at = start; at != null; ) {
            if (at.equals(above)) {
                return true;
            }
            var category = all.get(at);
            at = category == null ? null : category.parent();
        }
        return false;
    }

    private <T> T locked(Class<T> type, String object, UUID id) {
        var entity = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw new ProblemException(Problems.NOT_FOUND, object, id);
        }
        entities.refresh(entity);
        return entity;
    }

    private static void requireCurrent(long version, long current) {
        if (version != current) {
            throw new ProblemException(Problems.STALE, version, current);
        }
    }
}
