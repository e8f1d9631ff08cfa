package io.qudao.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.imports.ImportFixture;
import io.qudao.partner.ChannelFixture;
import io.qudao.testing.HttpTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class ProductImportIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Catalog catalog;

    private ChannelFixture channel;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
    }

    @Test
    void importsProductWithSkuUnitsAndCategory() { // U2
        assertThat(products(
                        "code,name,category,barcode,base_unit,case_size",
                        "W550,纯净水 550ml,WATER,6901,bottle,24",
                        "T500,茶饮 500ml,TEA,6901,bottle,15",
                        "CUP,杯子,TEA,,,"))
                .isEmpty();
        var water = sku("W550");
        assertThat(water.units()).containsExactly(Unit.base("bottle"), new Unit("case", 24, 1));
        assertThat(sku("T500").barcode()).isEqualTo("6901");
        assertThat(sku("CUP").units()).containsExactly(Unit.base("each"));
        assertThat(channel.asAdmin(() -> catalog.categories()))
                .extracting(Category::code)
                .containsExactly("TEA", "WATER");
    }

    @Test
    void updatesByCodeAndKeepsWhatTheFileLeavesOut() {
        products("code,name,category,barcode,base_unit,case_size,brand", "W,Water,WATER,6901,bottle,24,泉");
        assertThat(products("code,case_size,status", "W,12,off_shelf")).isEmpty();
        var changed = sku("W");
        assertThat(changed.name()).isEqualTo("Water");
        assertThat(changed.barcode()).isEqualTo("6901");
        assertThat(changed.unit("case").orElseThrow().numerator()).isEqualTo(12);
        assertThat(changed.isOnShelf()).isFalse();
    }

    @Test
    void reportsBadRowsAndStoresTheOthers() { // U3
        products("code,name,category,base_unit", "OLD,Old,WATER,bottle");
        assertThat(products(
                        "code,name,category,base_unit,case_size,status",
                        ",No code,WATER,,,",
                        "A B,Blank,WATER,,,",
                        "N,,WATER,,,",
                        "C,No category,,,,",
                        "Z,Zero,WATER,,0,",
                        "H,Half,WATER,,1.5,",
                        "S,Status,WATER,,,lost",
                        "OLD,,,each,,",
                        "U,Same unit,WATER,case,6,",
                        "G,Good,WATER,,1,",
                        "G,Twice,WATER,,,"))
                .contains(
                        "2:code:required",
                        "3:code:malformed",
                        "4:name:required",
                        "5:category:required",
                        "6:case_size:out_of_range",
                        "7:case_size:malformed",
                        "8:status:not_one_of",
                        "9:base_unit:fixed",
                        "10:case_unit:duplicate",
                        "12:code:repeated_row");
        assertThat(channel.asAdmin(() -> catalog.browse(Catalog.Filter.ALL, null, 10))
                        .items())
                .extracting(Sku::code)
                .containsExactly("G", "OLD");
    }

    @Test
    void refusesARepeatedCodeInEveryChunk() { // U3
        for (int chunk : new int[] {1, 2, 3}) {
            assertThat(new ImportFixture(context, "products")
                            .inChunksOf(chunk)
                            .run(
                                    channel,
                                    channel.admin(),
                                    "code,name,category,base_unit",
                                    "R,First " + chunk + ",WATER,each",
                                    "Q" + chunk + ",Other,WATER,each",
                                    "R,Later,WATER,each"))
                    .containsExactly("4:code:repeated_row");
            assertThat(sku("R").name()).isEqualTo("First " + chunk);
        }
    }

    private Sku sku(String code) {
        return channel.asAdmin(() -> catalog.byCodes(Set.of(code))).get(code);
    }

    private List<String> products(String... lines) {
        return new ImportFixture(context, "products").run(channel, channel.admin(), lines);
    }
}
