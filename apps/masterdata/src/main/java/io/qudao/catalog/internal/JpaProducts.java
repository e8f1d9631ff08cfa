package io.qudao.catalog.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.Category;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Picture;
import io.qudao.catalog.Product;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Products;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Maintains the catalogue with Hibernate. */
@Component
@Transactional
class JpaProducts implements Products {
    private final ProductRows rows;
    private final ProductWrites writes;
    private final SkuWrites skus;
    private final JdbcPictures pictures;
    private final EntityManager entities;
    private final StandardRecords records;

    JpaProducts(
            ProductRows rows,
            ProductWrites writes,
            SkuWrites skus,
            JdbcPictures pictures,
            EntityManager entities,
            StandardRecords records) {
        this.rows = rows;
        this.writes = writes;
        this.skus = skus;
        this.pictures = pictures;
        this.entities = entities;
        this.records = records;
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
        // A change of SKUs only is one of the product too. Hibernate would raise the version at commit, after own
        // fields.
        rows.raise(id);
        entities.refresh(product);
        return write(product, draft);
    }

    @Override
    public SkuId addSku(ProductId product, SkuDraft draft) {
        return skus.add(product, draft);
    }

    @Override
    public void updateSku(SkuId id, long version, UnaryOperator<SkuDraft> change) {
        skus.change(id, version, change);
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
        var unflushed = new UnflushedGoods();
        var all = product == null ? List.<SkuEntity>of() : writes.skusOf(product);
        var written = writes.write(product, clean, there, unflushed);
        ProductWrites.takeOthersOffShelf(all, clean, unflushed);
        writes.flush(unflushed);
        return rows.byIds(List.of(written.id())).getFirst();
    }

    @Override
    public Picture putPicture(ProductId id, byte[] bytes) {
        locked(ProductEntity.class, "product", id.value());
        return records.changed(
                CatalogConfiguration.PRODUCT, Written.of(id.value()), () -> pictures.put(id.value(), bytes));
    }

    @Override
    public Category createCategory(CategoryDraft draft) {
        var clean = checked(draft, null);
        var entity = new CategoryEntity(Ids.next(), clean);
        entities.persist(entity);
        flush();
        records.created(CatalogConfiguration.CATEGORY, written(entity, clean));
        return entity.category();
    }

    @Override
    public Category updateCategory(CategoryId id, long version, CategoryDraft draft) {
        rows.lockShelves();
        var entity = locked(CategoryEntity.class, "category", id.value());
        requireCurrent(version, entity.category().version());
        var clean = checked(draft, id);
        long stored = records.changedTo(CatalogConfiguration.CATEGORY, written(entity, clean), () -> {
            entity.take(clean);
            flush();
            return entity.category().version();
        });
        // Hibernate does not know the version that own fields have raised.
        entities.detach(entity);
        return entity.category(stored);
    }

    private static Written written(CategoryEntity entity, CategoryDraft clean) {
        return Written.of(entity.category().id().value()).with(clean.custom(), "custom.");
    }

    private void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException taken) {
            throw ProductWrites.conflict(taken);
        }
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
        return Stream.iterate(all.get(start), Objects::nonNull, category -> all.get(category.parent()))
                .limit(all.size())
                .anyMatch(category -> category.id().equals(above));
    }

    private <T> T locked(Class<T> type, String object, UUID id) {
        var entity = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, object, id);
        }
        return entity;
    }

    private static void requireCurrent(long version, long current) {
        if (version != current) {
            throw new ProblemException(CommonProblem.STALE, version, current);
        }
    }
}
