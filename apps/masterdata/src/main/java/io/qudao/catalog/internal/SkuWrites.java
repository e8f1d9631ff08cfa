package io.qudao.catalog.internal;

import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Adds and changes single SKUs, neither reading nor writing the others of their product. The product is locked first and
 * gets a new version: whoever changes it as a whole must have seen its SKUs.
 */
@Component
final class SkuWrites {
    private final EntityManager entities;
    private final ProductRows rows;
    private final ProductWrites writes;

    SkuWrites(EntityManager entities, ProductRows rows, ProductWrites writes) {
        this.entities = entities;
        this.rows = rows;
        this.writes = writes;
    }

    SkuId add(ProductId product, SkuDraft draft) {
        raise(product);
        var violations = new Violations();
        var clean = ProductCheck.clean(draft, violations);
        if (!writes.skus(List.of(clean.code())).isEmpty()) {
            violations.add("code", "taken", clean.code());
        }
        ProductCheck.number(rows.numberOfSkus(product) + 1, violations);
        violations.failIfAny(CatalogProblem.PRODUCT_INVALID);
        var sku = new SkuEntity(Ids.next(), product.value());
        sku.take(clean);
        entities.persist(sku);
        write(sku, clean, true);
        return new SkuId(sku.id());
    }

    void change(SkuId id, long version, UnaryOperator<SkuDraft> change) {
        var product = rows.ofSkus(List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "sku", id));
        raise(new ProductId(product));
        var sku = entities.find(SkuEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (sku.version() != version) {
            throw new ProblemException(CommonProblem.STALE, version, sku.version());
        }
        var violations = new Violations();
        var clean = ProductCheck.clean(change.apply(sku.draft()), violations);
        if (!clean.code().equals(sku.code())) {
            violations.add("code", "fixed", sku.code());
        }
        if (!clean.baseUnit().equals(sku.baseUnit())) {
            violations.add("baseUnit", "fixed", sku.baseUnit());
        }
        violations.failIfAny(CatalogProblem.PRODUCT_INVALID);
        sku.take(clean);
        write(sku, clean, false);
    }

    private void raise(ProductId product) {
        if (!rows.raise(product)) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "product", product);
        }
    }

    private void write(SkuEntity sku, SkuDraft clean, boolean isNew) {
        var unflushed = new UnflushedGoods();
        unflushed.product(sku.product());
        unflushed.sku(sku.id(), isNew, "", clean);
        writes.flush(unflushed);
        // Later flushes of a batch need not look at it, and Hibernate does not know the version that own fields raise.
        entities.detach(sku);
    }
}
