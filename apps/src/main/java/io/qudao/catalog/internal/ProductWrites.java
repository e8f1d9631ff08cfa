package io.qudao.catalog.internal;

import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.outbox.Outbox;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds and changes products with their SKUs, one by one or in the batch of an import. */
@Component
final class ProductWrites {
    static final String TOPIC = "product.changed";

    private final EntityManager entities;
    private final Outbox outbox;

    ProductWrites(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    /** SKUs by code. */
    Map<String, SkuEntity> skus(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : entities.createQuery("select s from SkuEntity s where s.code in :codes", SkuEntity.class)
                        .setParameter("codes", codes)
                        .getResultStream()
                        .collect(Collectors.toMap(SkuEntity::code, Function.identity()));
    }

    /** Products by code. */
    Map<String, ProductEntity> products(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : entities.createQuery("select p from ProductEntity p where p.code in :codes", ProductEntity.class)
                        .setParameter("codes", codes)
                        .getResultStream()
                        .collect(Collectors.toMap(ProductEntity::code, Function.identity()));
    }

    /** What is wrong with a draft against the SKUs that are there. */
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

    /** Writes a checked draft; not yet flushed. */
    ProductEntity write(@Nullable ProductEntity product, ProductDraft clean, Map<String, SkuEntity> there) {
        var written = product == null ? new ProductEntity(Ids.next()) : product;
        written.take(clean);
        if (product == null) {
            entities.persist(written);
        }
        for (SkuDraft draft : clean.skus()) {
            var sku = there.get(draft.code());
            if (sku == null) {
                sku = new SkuEntity(Ids.next(), written.id());
                sku.take(draft);
                entities.persist(sku);
            } else {
                sku.take(draft);
            }
        }
        return written;
    }

    /** SKUs of a product that a draft leaves out. */
    void takeOthersOffShelf(ProductEntity product, ProductDraft clean) {
        var kept = clean.skus().stream().map(SkuDraft::code).collect(Collectors.toSet());
        entities.createQuery("select s from SkuEntity s where s.product = :product", SkuEntity.class)
                .setParameter("product", product.id())
                .getResultStream()
                .filter(sku -> !kept.contains(sku.code()))
                .forEach(SkuEntity::takeOffShelf);
    }

    /** Sends all to the database and tells of it; a code that is taken is a conflict. */
    void flush(Collection<UUID> changed) {
        try {
            entities.flush();
        } catch (ConstraintViolationException taken) {
            throw conflict(taken);
        }
        changed.forEach(id -> outbox.append(TOPIC, id.toString(), "{}"));
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
