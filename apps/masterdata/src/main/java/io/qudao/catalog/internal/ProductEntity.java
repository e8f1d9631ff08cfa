package io.qudao.catalog.internal;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Write model of a product, without its SKUs. */
@Entity
@Table(schema = "apps", name = "product")
class ProductEntity {
    @Id
    private UUID id = new UUID(0, 0);

    @TenantId
    @Column(name = "tenant_id")
    private Integer tenant;

    private String code = "";
    private String name = "";
    private String brand = "";

    @Column(name = "category_id")
    private UUID category = new UUID(0, 0);

    @Version
    private int version;

    protected ProductEntity() {}

    ProductEntity(UUID id) {
        this.id = id;
    }

    void take(ProductDraft draft) {
        code = draft.code();
        name = draft.name();
        brand = draft.brand();
        category = draft.category().value();
    }

    /** Returns the current values as a draft, as the basis of a partial change. */
    ProductDraft draft(List<SkuDraft> skus) {
        return new ProductDraft(code, name, brand, new CategoryId(category), skus);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    int version() {
        return version;
    }

    Integer tenant() {
        return tenant;
    }
}
