package io.qudao.partner;

import org.jspecify.annotations.Nullable;

/**
 * What a caller says of a partner.
 *
 * @param tier null: one more than the parent's
 * @param parent null: the head office, for roles that have a parent
 */
public record PartnerDraft(
        String code,
        String name,
        PartnerRole role,
        @Nullable Integer tier,
        @Nullable PartnerId parent,
        PartnerStatus status,
        Address address) {
    public static PartnerDraft of(String code, String name, PartnerRole role, @Nullable PartnerId parent) {
        return new PartnerDraft(code, name, role, null, parent, PartnerStatus.ACTIVE, Address.UNKNOWN);
    }
}
