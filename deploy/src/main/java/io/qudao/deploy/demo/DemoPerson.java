package io.qudao.deploy.demo;

import java.util.List;

/** Somebody who signs in for a partner, with a permission set. */
record DemoPerson(String email, String name, String partner, String set) {
    static final DemoPerson ADMIN = new DemoPerson("admin@qule.example", "陈可", DemoPartner.HEAD_OFFICE, "brand_admin");

    /** All but the admin, whom the sign-up makes. */
    static List<DemoPerson> others() {
        return Table.read(
                "people.csv",
                row -> new DemoPerson(
                        row.getField("email"), row.getField("name"), row.getField("partner"), row.getField("set")));
    }
}
