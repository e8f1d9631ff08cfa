package io.qudao.catalog;

import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Maintains the catalogue. Every refusal is a {@link io.qudao.kernel.ProblemException} with all violations. */
public interface Products {
    /** Returns a product with all its SKUs; empty if there is none. */
    @Permits({"catalog.read", "catalog.edit"})
    Optional<Product> find(ProductId id);

    /**
     * Lists products in order of code.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits({"catalog.read", "catalog.edit"})
    Slice<Product> list(Catalog.Filter filter, @Nullable String cursor, int limit);

    /**
     * Adds a product with its SKUs.
     *
     * @throws io.qudao.kernel.ProblemException {@link CatalogProblem#PRODUCT_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations, or {@link CatalogProblem#CODE_TAKEN}
     */
    @Permits("catalog.edit")
    @HeadOffice
    Product create(ProductDraft draft);

    /**
     * Changes a product. Its SKUs are identified by code; a SKU missing from the draft is kept and taken off the shelf.
     *
     * @param version version as read; if the product has a later one, the change is refused
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#STALE}, {@link CatalogProblem#PRODUCT_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations, or {@link CatalogProblem#CODE_TAKEN}
     */
    @Permits("catalog.edit")
    @HeadOffice
    Product update(ProductId id, long version, ProductDraft draft);

    /**
     * Adds a SKU to a product, whose other SKUs stay as they are.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     CatalogProblem#PRODUCT_INVALID} or {@link io.qudao.record.RecordProblem#INVALID} with all violations, or
     *     {@link CatalogProblem#CODE_TAKEN}
     */
    @Permits("catalog.edit")
    @HeadOffice
    SkuId addSku(ProductId product, SkuDraft draft);

    /**
     * Changes a SKU; the others of its product stay as they are. Its code and base unit never change.
     *
     * @param version version as read; if the SKU has a later one, the change is refused
     * @param change turns the SKU as it is, without own fields, into what it is to be
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#STALE}, or {@link CatalogProblem#PRODUCT_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations
     */
    @Permits("catalog.edit")
    @HeadOffice
    void updateSku(SkuId id, long version, UnaryOperator<SkuDraft> change);

    /**
     * Sets the product's picture: PNG or JPEG of at most 1 MB, detected from its bytes.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     CatalogProblem#PICTURE_TOO_LARGE}, {@link CatalogProblem#PICTURE_TOO_MANY_PIXELS}, or {@link
     *     CatalogProblem#PICTURE_UNKNOWN}
     */
    @Permits("catalog.edit")
    @HeadOffice
    Picture putPicture(ProductId id, byte[] bytes);

    /**
     * Adds a category.
     *
     * @throws io.qudao.kernel.ProblemException {@link CatalogProblem#CATEGORY_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations, or {@link CatalogProblem#CODE_TAKEN}
     */
    @Permits("catalog.edit")
    @HeadOffice
    Category createCategory(CategoryDraft draft);

    /**
     * Changes a category.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#STALE}, {@link CatalogProblem#CATEGORY_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations, or {@link CatalogProblem#CODE_TAKEN}
     */
    @Permits("catalog.edit")
    @HeadOffice
    Category updateCategory(CategoryId id, long version, CategoryDraft draft);

    /**
     * A product as entered by a caller.
     *
     * @param skus at least one
     * @param custom values for the tenant's own fields; for a change, only the fields that get another value
     */
    record ProductDraft(
            String code, String name, String brand, CategoryId category, List<SkuDraft> skus, Value.Fields custom) {
        public ProductDraft {
            skus = List.copyOf(skus);
        }

        /** Creates a draft without own fields. */
        public ProductDraft(String code, String name, String brand, CategoryId category, List<SkuDraft> skus) {
            this(code, name, brand, category, skus, Value.Fields.EMPTY);
        }
    }

    /**
     * A SKU as entered by a caller.
     *
     * @param units further units in addition to the base unit
     * @param custom values for the tenant's own fields; for a change, only the fields that get another value
     */
    record SkuDraft(
            String code,
            String name,
            @Nullable String barcode,
            String baseUnit,
            List<Unit> units,
            SkuStatus status,
            Value.Fields custom) {
        public SkuDraft {
            units = List.copyOf(units);
        }

        /** Creates a draft without own fields. */
        public SkuDraft(
                String code,
                String name,
                @Nullable String barcode,
                String baseUnit,
                List<Unit> units,
                SkuStatus status) {
            this(code, name, barcode, baseUnit, units, status, Value.Fields.EMPTY);
        }
    }

    /** @param custom values for the tenant's own fields; for a change, only the fields that get another value */
    record CategoryDraft(String code, String name, @Nullable CategoryId parent, Value.Fields custom) {
        /** Creates a draft without own fields. */
        public CategoryDraft(String code, String name, @Nullable CategoryId parent) {
            this(code, name, parent, Value.Fields.EMPTY);
        }
    }
}
