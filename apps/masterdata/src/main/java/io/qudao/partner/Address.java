package io.qudao.partner;

/** Where a partner is and whom to call there; unknown parts are empty. */
public record Address(
        String province, String city, String district, String street, String postalCode, String contact, String phone) {
    public static final Address UNKNOWN = new Address("", "", "", "", "", "", "");
}
