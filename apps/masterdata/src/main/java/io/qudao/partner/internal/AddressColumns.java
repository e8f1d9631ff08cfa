package io.qudao.partner.internal;

import io.qudao.partner.Address;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An {@link Address} in the columns of its partner. */
@Embeddable
class AddressColumns {
    private String province = "";
    private String city = "";
    private String district = "";
    private String street = "";

    @Column(name = "postal_code")
    private String postalCode = "";

    private String contact = "";
    private String phone = "";

    static AddressColumns of(Address address) {
        var columns = new AddressColumns();
        columns.province = address.province();
        columns.city = address.city();
        columns.district = address.district();
        columns.street = address.street();
        columns.postalCode = address.postalCode();
        columns.contact = address.contact();
        columns.phone = address.phone();
        return columns;
    }

    Address address() {
        return new Address(province, city, district, street, postalCode, contact, phone);
    }
}
