package io.qudao.catalog.internal;

import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Products and SKUs written with Hibernate that are not yet in the database, together with their row for an import.
 */
final class UnflushedGoods {
    private final Goods products = new Goods();
    private final Goods skus = new Goods();
    private long row;

    private record Goods(List<Written> added, List<Written> changed) {
        Goods() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void take(Written record, boolean isNew) {
            (isNew ? added : changed).add(record);
        }
    }

    /** Assigns what is written next to this row of a file, whose own fields are named as columns. */
    UnflushedGoods inRow(long number) {
        row = number;
        return this;
    }

    void product(UUID id, boolean isNew, ProductDraft draft) {
        products.take(record(id).with(draft.custom(), row == 0 ? "custom." : ""), isNew);
    }

    /** Adds a product of which only SKUs change. */
    void product(UUID id) {
        products.take(record(id), false);
    }

    /** @param path of the draft, in violations */
    void sku(UUID id, boolean isNew, String path, SkuDraft draft) {
        skus.take(record(id).with(draft.custom(), row == 0 ? path + "custom." : ""), isNew);
    }

    void offShelf(UUID sku) {
        skus.take(record(sku), false);
    }

    /** @throws ProblemException with all violations of the tenant's fields and rules */
    void write(StandardRecords records, Runnable flush) {
        var wrong = new ArrayList<Violation>();
        wrong.addAll(records.changedAll(
                CatalogConfiguration.PRODUCT,
                products.changed,
                () -> wrong.addAll(records.changedAll(CatalogConfiguration.SKU, skus.changed, flush))));
        wrong.addAll(records.createdAll(CatalogConfiguration.PRODUCT, products.added));
        wrong.addAll(records.createdAll(CatalogConfiguration.SKU, skus.added));
        ProblemException.failIfAny(RecordProblem.INVALID, wrong);
    }

    private Written record(UUID id) {
        return Written.of(id).inRow(row);
    }
}
