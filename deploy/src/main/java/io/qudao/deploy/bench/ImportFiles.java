package io.qudao.deploy.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Files of as many rows as asked for, the same each time, with names as shops in China have them. */
final class ImportFiles {
    private static final String[] DISTRICTS = {
        "西湖", "余杭", "朝阳", "海淀", "浦东", "徐汇", "天河", "越秀", "南山", "福田", "武侯", "锦江", "江岸", "洪山", "鼓楼", "秦淮",
        "雁塔", "碑林", "市南", "崂山", "思明", "湖里", "岳麓", "芙蓉", "和平", "沈河", "南开", "河西", "渝中", "江北", "官渡", "盘龙"
    };
    private static final String FIRST = "福永顺万家金华惠美好佳瑞丰泰兴隆盛宏利源民康";
    private static final String SECOND = "满康发达旺多乐邻客天和德信诚鑫昌荣广益安吉祥";
    private static final String[] KINDS = {"便利店", "超市", "烟酒行", "食品店", "副食商行", "百货", "生鲜", "批发部"};

    private final Path folder;

    ImportFiles(Path folder) {
        this.folder = folder;
    }

    Path partners(int rows) throws IOException {
        return file(
                "partners",
                rows,
                "code,name,role,city",
                i -> "S%07d,%s,outlet,%s市".formatted(i, shop(i), DISTRICTS[i % DISTRICTS.length]));
    }

    Path products(int rows) throws IOException {
        return file(
                "products",
                rows,
                "code,name,category,barcode,base_unit,case_size",
                i -> "K%07d,%s牌%d号,饮料,69%011d,each,12".formatted(i, brand(i), i, i));
    }

    Path prices(int rows) throws IOException {
        return file(
                "price-lists",
                rows,
                "list_code,scope,scope_key,priority,sku_code,unit,min_qty,price,from,to",
                i -> "BASE,BASE,,1,K%07d,each,1,%d.50,2020-01-01T00:00:00Z,".formatted(i, 1 + i % 90));
    }

    /** The name of the shop in this row. */
    static String shop(int row) {
        var random = new SplittableRandom(row);
        return DISTRICTS[random.nextInt(DISTRICTS.length)] + brand(row) + KINDS[random.nextInt(KINDS.length)]
                + random.nextInt(1, 100) + "号店";
    }

    /** Two characters of a shop's name: one of some 500 brands. */
    static String brand(int row) {
        var random = new SplittableRandom(row + 1L);
        return FIRST.charAt(random.nextInt(FIRST.length())) + "" + SECOND.charAt(random.nextInt(SECOND.length()));
    }

    private Path file(String name, int rows, String header, IntFunction<String> row) throws IOException {
        Path file = folder.resolve(name + "-" + rows + ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(header + "\n");
            for (int i = 0; i < rows; i++) {
                writer.write(row.apply(i) + "\n");
            }
        }
        return file;
    }
}
