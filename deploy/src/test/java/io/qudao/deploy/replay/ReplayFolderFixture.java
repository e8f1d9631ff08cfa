package io.qudao.deploy.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of the shape that a replay reads, made up: clean orders, one special price, and rows as dirty as life. */
final class ReplayFolderFixture {
    static final int ORDERS = 150;

    private ReplayFolderFixture() {}

    static Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("products.csv"), """
                item_number,category,description,vendor_number,vendor_name,bottle_ml,pack,inner_pack,age,proof,list_date,upc,scc,bottle_cost,case_cost,bottle_retail,report_date
                1001,TEA,OOLONG,7,HILLS,500,12,1,0,0,2020-01-01,690001,,2.00,24.00,3.00,2022-01-01
                1002,TEA,JASMINE,7,HILLS,500,6,1,0,0,2020-01-01,690001,,2.00,11.00,3.00,2022-01-01
                1003,WATER,SPRING,8,LAKES,750,24,1,0,0,2020-01-01,,,1.00,24.00,1.50,2022-01-01
                """);
        Files.writeString(folder.resolve("stores.csv"), """
                store_number,name,status,address,city,state,zip,county,latitude,longitude,report_date
                501,CORNER,A,1 MAIN,TOWN,X,1,SOUTH,0,0,2022-01-01
                502,STATION,A,2 MAIN,TOWN,X,1,SOUTH,0,0,2022-01-01
                503,HARBOUR,I,3 MAIN,TOWN,X,1,NORTH,0,0,2022-01-01
                """);
        Files.writeString(folder.resolve("price_history.csv"), """
                item_number,month,unit_price_mode,unit_price_min,unit_price_max,nlines,bottles
                1001,2021-11,3.00,3.00,3.00,1,1
                1002,2021-11,3.25,3.25,3.25,1,1
                1003,2021-11,1.50,1.50,1.50,1,1
                """);
        Files.writeString(folder.resolve("sales.csv"), sales());
        return folder;
    }

    private static String sales() {
        var rows = new StringBuilder("invoice_line,invoice,date,store_number,item_number,bottles,sale_dollars\n");
        for (int i = 0; i < ORDERS; i++) {
            int outlet = 501 + i % 3;
            int bottles = 1 + i % 7;
            String day = "2021-11-%02d".formatted(1 + i % 20);
            row(rows, i, day, outlet, "1001", bottles, "%d.00".formatted(3 * bottles));
            row(rows, i, day, outlet, "1003", 2, "3.00");
        }
        row(rows, ORDERS, "2021-11-05", 501, "1002", 10, "29.90"); // a special price of 2.99
        row(rows, ORDERS + 1, "2021-11-05", 999, "1001", 1, "3.00"); // nobody knows this outlet
        row(rows, ORDERS + 2, "2021-11-05", 501, "9999", 1, "3.00"); // nor this item
        row(rows, ORDERS + 3, "2021-11-05", 501, "1001", 0, "0.00");
        return rows.toString();
    }

    private static void row(
            StringBuilder rows, int invoice, String day, int outlet, String item, int bottles, String dollars) {
        rows.append("L,INV-%d,%s,%d,%s,%d,%s%n".formatted(invoice, day, outlet, item, bottles, dollars));
    }
}
