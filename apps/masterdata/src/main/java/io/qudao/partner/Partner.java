package io.qudao.partner;

import org.jspecify.annotations.Nullable;

/**
 * A legal entity in the channel. Any partner can sell and buy.
 *
 * @param code unique in the tenant, as people and imports know it
 * @param tier distance from the head office unless set otherwise; 0 for the head office
 * @param parent null for the head office and for vendors
 * @param version grows with each change
 */
public record Partner(
        PartnerId id,
        String code,
        String name,
        PartnerRole role,
        int tier,
        @Nullable PartnerId parent,
        PartnerStatus status,
        Address address,
        long version) {
    public boolean isActive() {
        return status == PartnerStatus.ACTIVE;
    }
}
