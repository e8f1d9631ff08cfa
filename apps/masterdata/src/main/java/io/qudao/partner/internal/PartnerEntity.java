package io.qudao.partner.internal;

import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Write model of a {@link Partner}. */
@Entity
@Table(schema = "apps", name = "partner")
@DynamicUpdate
class PartnerEntity {
    /** Length of a path segment: eight bytes in Base64 and a slash. */
    static final int SEGMENT = 12;

    @Id
    private UUID id = new UUID(0, 0);

    @TenantId
    @Column(name = "tenant_id")
    private Integer tenant;

    private String code = "";
    private String name = "";

    @Enumerated(EnumType.STRING)
    private PartnerRole role = PartnerRole.OUTLET;

    private int tier;

    @Column(name = "parent_id")
    private @Nullable UUID parent;

    private String path = "";

    @Enumerated(EnumType.STRING)
    private PartnerStatus status = PartnerStatus.ACTIVE;

    @Embedded
    private AddressColumns address = new AddressColumns();

    @Version
    private int version;

    protected PartnerEntity() {}

    PartnerEntity(UUID id, @Nullable PartnerEntity parent) {
        this.id = id;
        this.path = pathBelow(parent, id);
    }

    /** Applies the draft; the position in the tree is changed by {@link PartnerPaths} only. */
    void take(PartnerDraft draft, @Nullable PartnerEntity newParent) {
        code = draft.code();
        name = draft.name();
        role = draft.role();
        status = draft.status();
        address = AddressColumns.of(draft.address());
        parent = newParent == null ? null : newParent.id;
        Integer said = draft.tier();
        tier = said != null ? said : newParent == null ? 0 : Math.min(newParent.tier + 1, PartnerCheck.TIERS);
    }

    /** Returns the path of a partner below another: one more segment, made from the random half of its id. */
    static String pathBelow(@Nullable PartnerEntity parent, UUID id) {
        byte[] random = ByteBuffer.allocate(Long.BYTES)
                .putLong(id.getLeastSignificantBits())
                .array();
        String segment = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return (parent == null ? "" : parent.path) + segment + "/";
    }

    /** Returns the level in the tree; the head office has level 1. */
    int level() {
        return path.length() / SEGMENT;
    }

    Partner partner() {
        return partner(version);
    }

    /** @param stored its version in the database, where Hibernate knows an older one */
    Partner partner(long stored) {
        return new Partner(
                new PartnerId(id),
                code,
                name,
                role,
                tier,
                parent == null ? null : new PartnerId(parent),
                status,
                address.address(),
                stored);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    PartnerRole role() {
        return role;
    }

    boolean isActive() {
        return status == PartnerStatus.ACTIVE;
    }

    int tier() {
        return tier;
    }

    @Nullable
    UUID parent() {
        return parent;
    }

    String path() {
        return path;
    }

    int version() {
        return version;
    }

    Integer tenant() {
        return tenant;
    }
}
