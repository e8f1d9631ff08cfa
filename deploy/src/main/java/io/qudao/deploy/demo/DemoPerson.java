package io.qudao.deploy.demo;

import java.util.List;

/** A user of a partner, with a permission set. */
record DemoPerson(String email, String name, String partner, String set) {
    static final DemoPerson ADMIN = new DemoPerson("admin@qule.example", "陈可", DemoPartner.HEAD_OFFICE, "brand_admin");

    /** Returns all users except the admin, whom the sign-up creates. */
    static List<DemoPerson> others() {
        return Table.read(
                "people.csv",
                row -> new DemoPerson(
                        row.getField("email"), row.getField("name"), row.getField("partner"), row.getField("set")));
    }
}
