package io.qudao.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.pricing.GoldenCases.Case;
import io.qudao.pricing.GoldenCases.Row;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.testing.HttpTest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Some of the golden cases, all designed ones among them, from stored lists to the line's gross. */
@HttpTest
class GoldenPriceIntegrationTests {
    private static final int CASES = 36;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Pricing pricing;

    @Autowired
    private TradingAccounts accounts;

    @Test
    void pricesTheGoldenCases() { // P1–P4, R1
        var cases = GoldenCases.read().stream().limit(CASES).toList();
        var prices = new PriceFixture(context);
        var skus = new HashMap<String, Sku>();
        units(cases).forEach((code, units) -> skus.put(code, sku(prices, code, List.copyOf(units))));
        for (Case golden : cases) {
            prices.channel().inTransaction(() -> {
                check(golden, price(prices, golden, skus));
                return true;
            });
        }
    }

    private List<LinePrice> price(PriceFixture prices, Case golden, Map<String, Sku> skus) {
        var seller = prices.channel().add("S-" + golden.id(), PartnerRole.DISTRIBUTOR, null);
        var buyer = prices.channel().add("B-" + golden.id(), PartnerRole.OUTLET, seller);
        var rival = prices.channel().add("R-" + golden.id(), PartnerRole.OUTLET, seller);
        golden.rows().stream().sorted(Comparator.comparing(Row::id)).forEach(row -> {
            String key = row.key() == null ? null : key(golden, row, buyer, rival);
            store(prices, golden, row, seller, key, skus);
        });
        return prices.channel().asAdmin(() -> {
            pricing.choose(golden.mode());
            return pricing.price(question(prices, golden, seller, buyer, skus)).lines();
        });
    }

    private static Map<String, Set<String>> units(List<Case> cases) {
        var units = new TreeMap<String, Set<String>>();
        for (Case golden : cases) {
            golden.rows()
                    .forEach(row -> units.computeIfAbsent(row.sku(), sku -> new TreeSet<>())
                            .add(row.unit()));
            golden.lines()
                    .forEach(line -> units.computeIfAbsent(line.sku(), sku -> new TreeSet<>())
                            .add(line.unit()));
        }
        return units;
    }

    private static void check(Case golden, List<LinePrice> answers) {
        var expected = new TreeMap<Integer, String>();
        golden.expected().forEach(line -> expected.put(line.line(), line.unitPrice() + " " + line.gross()));
        var found = new TreeMap<Integer, String>();
        for (LinePrice answer : answers) {
            boolean refused = answer instanceof LinePrice.NoPrice;
            assertThat(refused).as(golden.id()).isEqualTo(golden.refused().contains(answer.number()));
            if (answer instanceof LinePrice.Priced priced) {
                found.put(
                        priced.number(),
                        priced.unitPrice().amount().toPlainString() + " "
                                + priced.net().amount().toPlainString());
            }
        }
        if (golden.refused().isEmpty()) {
            assertThat(found).as(golden.id()).isEqualTo(expected);
        }
    }

    /**
     * A list of its own for each row: no two rows need share one. Entries get their ids in the order of
     * the rows. A row that ends before it starts cannot be stored.
     */
    private static void store(
            PriceFixture prices, Case golden, Row row, Partner seller, @Nullable String key, Map<String, Sku> skus) {
        var until = row.until();
        if (until != null && !until.isAfter(row.from())) {
            return;
        }
        var list = prices.list(seller, golden.id() + "-" + row.id(), row.scope(), key, row.priority());
        prices.put(
                list,
                new EntryDraft(
                        skus.get(row.sku()).id(),
                        row.unit(),
                        row.minimum(),
                        row.from(),
                        row.until(),
                        Money.of(row.price(), CurrencyCode.CNY)));
    }

    private static String key(Case golden, Row row, Partner buyer, Partner rival) {
        if (row.scope() != PriceScope.CONTRACT) {
            return row.key();
        }
        return (golden.buyer().id().equals(row.key()) ? buyer : rival).id().toString();
    }

    private PriceQuestion question(
            PriceFixture prices, Case golden, Partner seller, Partner buyer, Map<String, Sku> skus) {
        TradingAccount opened = prices.channel().account(seller, buyer);
        var account = accounts.update(
                opened.id(),
                opened.version(),
                new Terms(golden.buyer().group(), golden.buyer().regions(), AccountStatus.ACTIVE));
        return new PriceQuestion(
                account,
                golden.at(),
                golden.lines().stream()
                        .map(line -> new PriceQuestion.Line(
                                line.number(), skus.get(line.sku()).id(), line.unit(), line.quantity()))
                        .toList());
    }

    private static Sku sku(PriceFixture prices, String code, List<String> units) {
        var more = units.stream().skip(1).map(unit -> new Unit(unit, 24, 1)).toList();
        var draft = prices.goods().draft(code, 0);
        var sku = new SkuDraft(code, code, null, units.getFirst(), more, SkuStatus.ON_SHELF);
        return prices.goods()
                .product(new ProductDraft(code, code, "", draft.category(), List.of(sku)))
                .skus()
                .getFirst();
    }
}
