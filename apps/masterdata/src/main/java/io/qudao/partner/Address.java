package io.qudao.partner;

/** The address and contact of a partner; unknown parts are empty. */
public record Address(
        String province, String city, String district, String street, String postalCode, String contact, String phone) {
    public static final Address UNKNOWN = new Address("", "", "", "", "", "", "");
}
