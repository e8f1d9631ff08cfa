package io.qudao.pricing;

import static io.qudao.pricing.PriceFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.Sku;
import io.qudao.imports.ImportFixture;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerRole;
import io.qudao.testing.HttpTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class PriceImportIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private PriceLists lists;

    @Autowired
    private Pricing pricing;

    private PriceFixture prices;
    private Partner shop;
    private Sku water;

    @BeforeEach
    void makeGoods() {
        prices = new PriceFixture(context);
        shop = prices.channel().add("SHOP", PartnerRole.OUTLET, null);
        water = prices.goods().sku("W550", 24);
    }

    @Test
    void makesListsOfEveryScope() { // P1, P2
        assertThat(run(
                        "list_code,scope,scope_key,priority,sku_code,unit,min_qty,price,from,to",
                        "BASE,,,,W550,case,,40.00,,",
                        "BASE,,,,W550,case,10,38.00,2026-01-01,2027-01-01",
                        "BASE,,,,W550,,,2.0450,,",
                        "DAY,contract,SHOP,1,W550,case,,35.00,2026-11-21,2026-11-22",
                        "EAST,region,310000,5,W550,case,,1.00,,"))
                .isEmpty();
        var account = prices.channel().account(prices.channel().root(), shop);
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("35.00");
        assertThat(text(prices.price(account, water, "bottle", 1))).isEqualTo("2.0450");
        assertThat(prices.channel().asAdmin(() -> lists.list(null, null, 10)).items())
                .extracting(PriceList::code)
                .containsExactly("BASE", "DAY", "EAST");
    }

    @Test
    void startsAndEndsPricesWithTheDaysOfTheTenant() { // P1
        assertThat(run(
                        "list_code,sku_code,unit,price,from,to",
                        "BASE,W550,case,30.00,,2026-12-01",
                        "BASE,W550,case,40.00,2026-12-02,2026-12-31",
                        "BASE,W550,case,50.00,2027-01-01T08:00,2027-01-01T09:00"))
                .isEmpty();
        assertThat(at("2026-12-01T15:59:59Z")).isEqualTo("30.00");
        assertThat(at("2026-12-01T16:00:00Z")).isEqualTo("40.00");
        assertThat(at("2026-12-31T15:59:59.999999Z")).isEqualTo("40.00");
        assertThat(at("2026-12-31T16:00:00Z")).isEqualTo("no_entry");
        assertThat(at("2027-01-01T00:00:00Z")).isEqualTo("50.00");
        assertThat(at("2027-01-01T01:00:00Z")).isEqualTo("no_entry");
    }

    @Test
    void hasAPriceInTheLastMomentBeforeItChanges() { // P1
        run(
                "list_code,sku_code,unit,price,from,to",
                "BASE,W550,case,30.00,,2026-12-01",
                "BASE,W550,case,40.00,2026-12-02,");
        assertThat(at("2026-12-01T15:59:59.999999499Z")).isEqualTo("30.00");
        assertThat(at("2026-12-01T15:59:59.999999500Z")).isEqualTo("30.00");
        assertThat(at("2026-12-01T15:59:59.999999999Z")).isEqualTo("30.00");
    }

    @Test
    void changesPricesByTheirKey() { // P8
        run("list_code,sku_code,unit,price", "BASE,W550,case,40.00", "BASE,W550,bottle,2.00");
        assertThat(run("list_code,sku_code,unit,price", "BASE,W550,case,44.00")).isEmpty();
        var list = prices.channel()
                .asAdmin(() -> lists.list(null, null, 10))
                .items()
                .getFirst();
        var entries = prices.channel()
                .asAdmin(() -> lists.entries(list.id(), null, null, 10))
                .items();
        assertThat(entries)
                .extracting(entry -> entry.unit() + " " + entry.price().amount() + " " + entry.version())
                .containsExactly("bottle 2.00 1", "case 44.00 2");
    }

    @Test
    void reportsBadRowsAndStoresTheOthers() { // P9
        run("list_code,priority,sku_code,price", "OLD,7,W550,1.00");
        assertThat(run(
                        "list_code,scope,scope_key,priority,currency,sku_code,unit,min_qty,price,from,to,seller_code",
                        ",,,,,W550,,,1,,,",
                        "L,,,,,NONE,,,1,,,",
                        "L,,,,,W550,crate,,1,,,",
                        "L,,,,,W550,,0,1,,,",
                        "L,,,,,W550,,,free,,,",
                        "L,,,,,W550,,,1.1234567,,,",
                        "L,,,,,W550,,,1,2026-01-02,2026-01-01,",
                        "L,,,,,W550,,,1,soon,,",
                        "C,contract,NOBODY,,,W550,,,1,,,",
                        "C,group,,,,W550,,,1,,,",
                        "L,,,,,W550,,,1,,,NOBODY",
                        "OLD,group,A,8,USD,W550,,,1,,,",
                        "L,,,,,W550,,,2.00,,,",
                        "L,,,,,W550,,,3.00,,,"))
                .containsExactlyInAnyOrder(
                        "2:list_code:required",
                        "3:sku_code:unknown",
                        "4:unit:unknown_unit",
                        "5:min_qty:out_of_range",
                        "6:price:malformed",
                        "7:price:too_many_digits",
                        "8:to:not_after",
                        "9:from:malformed",
                        "10:scope_key:unknown",
                        "11:scope_key:required",
                        "12:seller_code:unknown",
                        "13:scope:differs",
                        "13:scope_key:differs",
                        "13:priority:differs",
                        "13:currency:differs",
                        "15:sku_code:repeated_row");
        var account = prices.channel().account(prices.channel().root(), shop);
        assertThat(text(prices.price(account, water, "bottle", 1))).isEqualTo("1.00");
    }

    @Test
    void refusesARepeatedEntryInEveryChunkHoweverItIsSpelt() { // P9
        for (int chunk : new int[] {1, 2, 3}) {
            assertThat(new ImportFixture(context, "price-lists")
                            .inChunksOf(chunk)
                            .run(
                                    prices.channel(),
                                    prices.channel().admin(),
                                    "seller_code,list_code,sku_code,unit,min_qty,price,from",
                                    ",BASE,W550,,,1.0" + chunk + ",2026-01-01",
                                    ",BASE,W550,,2,0.90,2026-01-01",
                                    "HQ,BASE,W550,bottle,1,9.00,2025-12-31T16:00:00Z"))
                    .containsExactly("4:sku_code:repeated_row");
            var account = prices.channel().account(prices.channel().root(), shop);
            assertThat(text(prices.price(account, water, "bottle", 1))).isEqualTo("1.0" + chunk);
        }
    }

    private String at(String instant) {
        var account = prices.channel().account(prices.channel().root(), shop);
        var line = new PriceQuestion.Line(1, water.id(), "case", 1);
        return text(prices.channel()
                .asAdmin(() -> pricing.price(new PriceQuestion(account, Instant.parse(instant), List.of(line)))
                        .lines()
                        .getFirst()));
    }

    @Test
    void keepsToTheReachOfWhoImports() { // T2
        var importer = new ImportFixture(context, "price-lists");
        var channel = prices.channel();
        assertThat(importer.run(
                        channel,
                        channel.of(shop, "price.edit"),
                        "list_code,sku_code,price,seller_code",
                        "MINE,W550,9.00,",
                        "THEIRS,W550,1.00,HQ"))
                .containsExactly("3:seller_code:unknown");
    }

    @Test
    void importsManyListsInOneBatch() { // P8
        var lines = new ArrayList<String>();
        lines.add("list_code,scope,scope_key,sku_code,price");
        for (int number = 0; number < 200; number++) {
            lines.add("G%d,group,G%d,W550,%d.00".formatted(number, number, number));
        }
        assertThat(run(lines.toArray(String[]::new))).isEmpty();
        assertThat(prices.channel().asAdmin(() -> lists.list(null, null, 500)).items())
                .hasSize(200)
                .allSatisfy(list -> assertThat(list.version()).isEqualTo(1));
    }

    private List<String> run(String... lines) {
        return new ImportFixture(context, "price-lists")
                .run(prices.channel(), prices.channel().admin(), lines);
    }
}
