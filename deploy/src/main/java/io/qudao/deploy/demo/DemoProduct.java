package io.qudao.deploy.demo;

import java.math.BigDecimal;
import java.util.List;

/**
 * A product of the demo with its one SKU: the price of one {@code unit} for a distributor, and the number of units in a
 * case.
 */
record DemoProduct(String code, String name, String category, String unit, int perCase, BigDecimal price) {
    static List<DemoProduct> all() {
        return Table.read(
                "products.csv",
                row -> new DemoProduct(
                        row.getField("code"),
                        row.getField("name"),
                        row.getField("category"),
                        row.getField("unit"),
                        Integer.parseInt(row.getField("case")),
                        new BigDecimal(row.getField("price"))));
    }
}
