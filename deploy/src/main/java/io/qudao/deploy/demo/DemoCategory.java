package io.qudao.deploy.demo;

import java.util.List;

/** A category of the demo and the look of its products. */
record DemoCategory(String code, String name, String colour, PictureTile.Shape shape) {
    static List<DemoCategory> all() {
        return Table.read(
                "categories.csv",
                row -> new DemoCategory(
                        row.getField("code"),
                        row.getField("name"),
                        row.getField("colour"),
                        PictureTile.Shape.valueOf(row.getField("shape"))));
    }
}
