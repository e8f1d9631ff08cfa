package io.qudao.partner;

import io.qudao.kernel.Value;
import org.jspecify.annotations.Nullable;

/**
 * A partner as entered by a caller.
 *
 * @param tier null: one more than the parent's
 * @param parent null: the head office, for roles that have a parent
 * @param custom values for the tenant's own fields; for a change, only the fields that get another value
 */
public record PartnerDraft(
        String code,
        String name,
        PartnerRole role,
        @Nullable Integer tier,
        @Nullable PartnerId parent,
        PartnerStatus status,
        Address address,
        Value.Fields custom) {
    /** Creates a draft without own fields. */
    public PartnerDraft(
            String code,
            String name,
            PartnerRole role,
            @Nullable Integer tier,
            @Nullable PartnerId parent,
            PartnerStatus status,
            Address address) {
        this(code, name, role, tier, parent, status, address, Value.Fields.EMPTY);
    }

    public static PartnerDraft of(String code, String name, PartnerRole role, @Nullable PartnerId parent) {
        return new PartnerDraft(code, name, role, null, parent, PartnerStatus.ACTIVE, Address.UNKNOWN);
    }

    public PartnerDraft with(Value.Fields own) {
        return new PartnerDraft(code, name, role, tier, parent, status, address, own);
    }
}
