package io.qudao.deploy.demo;

import java.util.List;

/** A partner of the demo; {@code limit} is its credit limit with its seller, in yuan. */
record DemoPartner(String code, String name, String role, String parent, Address address, String limit) {
    static final String HEAD_OFFICE = "HQ";

    static List<DemoPartner> all() {
        return Table.read(
                "partners.csv",
                row -> new DemoPartner(
                        row.getField("code"),
                        row.getField("name"),
                        row.getField("role"),
                        row.getField("parent"),
                        new Address(
                                row.getField("province"),
                                row.getField("city"),
                                row.getField("district"),
                                row.getField("street"),
                                row.getField("contact"),
                                row.getField("phone")),
                        row.getField("limit")));
    }

    /** Returns whether it sells to others. */
    boolean sells() {
        return !role.equals("OUTLET");
    }

    record Address(String province, String city, String district, String street, String contact, String phone) {}
}
