package io.qudao.partner;

import io.qudao.record.StandsFor;

/** The address and contact of a partner; unknown parts are empty. */
public record Address(
        @StandsFor("partner.province") String province,
        @StandsFor("partner.city") String city,
        @StandsFor("partner.district") String district,
        @StandsFor("partner.street") String street,
        @StandsFor("partner.postal_code") String postalCode,
        @StandsFor("partner.contact") String contact,
        @StandsFor("partner.phone") String phone) {
    public static final Address UNKNOWN = new Address("", "", "", "", "", "", "");
}
