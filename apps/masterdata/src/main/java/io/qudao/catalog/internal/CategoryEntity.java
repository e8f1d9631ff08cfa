package io.qudao.catalog.internal;

import io.qudao.catalog.Category;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products.CategoryDraft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Write model of a {@link Category}. */
@Entity
@Table(schema = "apps", name = "category")
class CategoryEntity {
    @Id
    private UUID id = new UUID(0, 0);

    @TenantId
    @Column(name = "tenant_id")
    private Integer tenant;

    private String code = "";
    private String name = "";

    @Column(name = "parent_id")
    private @Nullable UUID parent;

    @Version
    private int version;

    protected CategoryEntity() {}

    CategoryEntity(UUID id, CategoryDraft draft) {
        this.id = id;
        take(draft);
    }

    final void take(CategoryDraft draft) {
        code = draft.code();
        name = draft.name();
        var above = draft.parent();
        parent = above == null ? null : above.value();
    }

    Category category() {
        return category(version);
    }

    /** @param stored its version in the database, where Hibernate knows an older one */
    Category category(long stored) {
        return new Category(new CategoryId(id), code, name, parent == null ? null : new CategoryId(parent), stored);
    }

    Integer tenant() {
        return tenant;
    }
}
