package io.qudao.catalog.internal;

import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Write model of a SKU with its units. */
@Entity
@Table(schema = "apps", name = "sku")
class SkuEntity {
    @Id
    private UUID id = new UUID(0, 0);

    @TenantId
    @Column(name = "tenant_id")
    private Integer tenant;

    @Column(name = "product_id")
    private UUID product = new UUID(0, 0);

    private String code = "";
    private String name = "";
    private @Nullable String barcode;

    @Column(name = "base_unit")
    private String baseUnit = "";

    @Column(name = "unit_code")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> unitCodes = new ArrayList<>();

    @Column(name = "unit_numerator")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> unitNumerators = new ArrayList<>();

    @Column(name = "unit_denominator")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> unitDenominators = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private SkuStatus status = SkuStatus.ON_SHELF;

    @Version
    private int version;

    protected SkuEntity() {}

    SkuEntity(UUID id, UUID product) {
        this.id = id;
        this.product = product;
    }

    void take(SkuDraft draft) {
        code = draft.code();
        name = draft.name();
        barcode = draft.barcode();
        baseUnit = draft.baseUnit();
        status = draft.status();
        var units = Stream.concat(Stream.of(Unit.base(baseUnit)), draft.units().stream())
                .toList();
        unitCodes = new ArrayList<>(units.stream().map(Unit::code).toList());
        unitNumerators = new ArrayList<>(units.stream().map(Unit::numerator).toList());
        unitDenominators = new ArrayList<>(units.stream().map(Unit::denominator).toList());
    }

    void takeOffShelf() {
        status = SkuStatus.OFF_SHELF;
    }

    /** Returns the current values as a draft, as the basis of a partial change. */
    SkuDraft draft() {
        var units = IntStream.range(1, unitCodes.size())
                .mapToObj(at -> new Unit(unitCodes.get(at), unitNumerators.get(at), unitDenominators.get(at)))
                .toList();
        return new SkuDraft(code, name, barcode, baseUnit, units, status);
    }

    UUID id() {
        return id;
    }

    UUID product() {
        return product;
    }

    String code() {
        return code;
    }

    int version() {
        return version;
    }

    String baseUnit() {
        return baseUnit;
    }

    Integer tenant() {
        return tenant;
    }
}
