package io.qudao.partner.internal;

import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportRow;
import io.qudao.kernel.Violation;
import io.qudao.partner.Address;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a row of an imported file into a partner, by applying its values to what exists. */
final class PartnerRow {
    private final ImportRow row;
    private final ImportCells cells;
    private final @Nullable PartnerEntity entity;

    /** @param entity the partner with this code, or null for a new one */
    PartnerRow(ImportRow row, @Nullable PartnerEntity entity) {
        this.row = row;
        this.cells = new ImportCells(row);
        this.entity = entity;
    }

    ImportRow imported() {
        return row;
    }

    long number() {
        return row.number();
    }

    String code() {
        return row.code(PartnerImport.CODE).orElse("");
    }

    Optional<String> parentCode() {
        return row.code(PartnerImport.PARENT);
    }

    @Nullable
    PartnerEntity entity() {
        return entity;
    }

    PartnerRole role() {
        return cells.choice(PartnerImport.ROLE, PartnerRole.class)
                .orElseGet(() -> entity == null ? PartnerRole.OUTLET : entity.role());
    }

    void refuse(String column, String code, Object... arguments) {
        cells.add(column, code, arguments);
    }

    void refuseRepeated(long earlier) {
        cells.repeats(PartnerImport.CODE, earlier);
    }

    /** Adds the violations of the draft. */
    void refuse(List<Violation> wrong) {
        cells.addAll(wrong.stream().map(this::byCode).toList(), PartnerRow::column);
    }

    /** A parent that is named, but not found, has no id and so looks to the check like one that was not given. */
    private Violation byCode(Violation wrong) {
        return wrong.field().equals("parent") && wrong.code().equals("required")
                ? parentCode()
                        .map(code -> Violation.of("parent", "unknown", code))
                        .orElse(wrong)
                : wrong;
    }

    private static String column(String field) {
        return switch (field) {
            case "parent" -> PartnerImport.PARENT;
            case "address.postalCode" -> "postal_code";
            default -> field.substring(field.lastIndexOf('.') + 1);
        };
    }

    boolean isGood() {
        return cells.isGood();
    }

    List<Violation> violations() {
        return cells.violations();
    }

    PartnerDraft draft(@Nullable PartnerEntity parent) {
        Partner now = entity == null ? null : entity.partner();
        return new PartnerDraft(
                code(),
                text(PartnerImport.NAME, now == null ? "" : now.name()),
                role(),
                tier(now, parent),
                parent == null ? null : new PartnerId(parent.id()),
                cells.choice(PartnerImport.STATUS, PartnerStatus.class)
                        .orElse(now == null ? PartnerStatus.ACTIVE : now.status()),
                address(now == null ? Address.UNKNOWN : now.address()));
    }

    /** Returns the tier in the file; without one, the current tier if the partner is not moved. */
    private @Nullable Integer tier(@Nullable Partner now, @Nullable PartnerEntity parent) {
        var said = cells.whole(PartnerImport.TIER, 0, Integer.MAX_VALUE);
        if (said.isPresent()) {
            return Math.toIntExact(said.get());
        }
        boolean stays = now != null && parent != null && new PartnerId(parent.id()).equals(now.parent());
        return stays ? now.tier() : null;
    }

    private Address address(Address now) {
        return new Address(
                text("province", now.province()),
                text("city", now.city()),
                text("district", now.district()),
                text("street", now.street()),
                text("postal_code", now.postalCode()),
                text("contact", now.contact()),
                text("phone", now.phone()));
    }

    private String text(String column, String otherwise) {
        return row.value(column).orElse(otherwise);
    }
}
