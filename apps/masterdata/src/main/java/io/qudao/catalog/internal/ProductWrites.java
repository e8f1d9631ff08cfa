package io.qudao.catalog.internal;

import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.record.StandardRecords;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds and changes products with their SKUs, one by one or in the batch of an import. */
@Component
final class ProductWrites {
    private final EntityManager entities;
    private final StandardRecords records;

    ProductWrites(EntityManager entities, StandardRecords records) {
        this.entities = entities;
        this.records = records;
    }

    /** Finds SKUs by code. */
    Map<String, SkuEntity> skus(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : entities.createQuery("select s from SkuEntity s where s.code in :codes", SkuEntity.class)
                        .setParameter("codes", codes)
                        .getResultStream()
                        .collect(Collectors.toMap(SkuEntity::code, Function.identity()));
    }

    /** Finds products by code. */
    Map<String, ProductEntity> products(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : entities.createQuery("select p from ProductEntity p where p.code in :codes", ProductEntity.class)
                        .setParameter("codes", codes)
                        .getResultStream()
                        .collect(Collectors.toMap(ProductEntity::code, Function.identity()));
    }

    /** Checks a draft against the existing SKUs. */
    static void check(
            ProductDraft clean, @Nullable ProductEntity product, Map<String, SkuEntity> there, Violations violations) {
        for (int at = 0; at < clean.skus().size(); at++) {
            var draft = clean.skus().get(at);
            var sku = there.get(draft.code());
            if (sku != null && (product == null || !sku.product().equals(product.id()))) {
                violations.add("skus[" + at + "].code", "taken", draft.code());
            } else if (sku != null && !sku.baseUnit().equals(draft.baseUnit())) {
                violations.add("skus[" + at + "].baseUnit", "fixed", sku.baseUnit());
            }
        }
    }

    /** Returns the SKUs of a product. */
    List<SkuEntity> skusOf(ProductEntity product) {
        return entities.createQuery("select s from SkuEntity s where s.product = :product", SkuEntity.class)
                .setParameter("product", product.id())
                .getResultList();
    }

    /**
     * Writes a checked draft without flushing it.
     *
     * @param unflushed collects what was written
     */
    ProductEntity write(
            @Nullable ProductEntity product,
            ProductDraft clean,
            Map<String, SkuEntity> there,
            UnflushedGoods unflushed) {
        var written = product == null ? new ProductEntity(Ids.next()) : product;
        written.take(clean);
        unflushed.product(written.id(), product == null, clean);
        if (product == null) {
            entities.persist(written);
        }
        for (int at = 0; at < clean.skus().size(); at++) {
            var draft = clean.skus().get(at);
            var known = there.get(draft.code());
            var sku = known == null ? new SkuEntity(Ids.next(), written.id()) : known;
            sku.take(draft);
            unflushed.sku(sku.id(), known == null, "skus[" + at + "].", draft);
            if (known == null) {
                entities.persist(sku);
            }
        }
        return written;
    }

    /** Takes those SKUs of a product off the shelf that a draft leaves out. */
    static void takeOthersOffShelf(List<SkuEntity> all, ProductDraft clean, UnflushedGoods unflushed) {
        var kept = clean.skus().stream().map(SkuDraft::code).collect(Collectors.toSet());
        all.stream().filter(sku -> !kept.contains(sku.code())).forEach(sku -> {
            sku.takeOffShelf();
            unflushed.offShelf(sku.id());
        });
    }

    /** Flushes everything to the database as changes of records; a code that is taken is a conflict. */
    void flush(UnflushedGoods unflushed) {
        unflushed.write(records, () -> {
            try {
                entities.flush();
            } catch (ConstraintViolationException taken) {
                throw conflict(taken);
            }
        });
    }

    static RuntimeException conflict(ConstraintViolationException taken) {
        String name = String.valueOf(taken.getConstraintName());
        return switch (name) {
            case "product_code_once", "category_code_once", "sku_code_once" ->
                new ProblemException(
                        CatalogProblem.CODE_TAKEN,
                        List.of(Violation.of(name.startsWith("sku") ? "skus" : "code", "taken")),
                        taken);
            default -> taken;
        };
    }
}
