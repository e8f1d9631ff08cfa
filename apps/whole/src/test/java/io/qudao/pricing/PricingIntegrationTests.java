package io.qudao.pricing;

import static io.qudao.pricing.PriceFixture.LONG_AGO;
import static io.qudao.pricing.PriceFixture.NOON;
import static io.qudao.pricing.PriceFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.Sku;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.TradingAccount;
import io.qudao.partner.TradingAccounts;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.testing.HttpTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class PricingIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Pricing pricing;

    @Autowired
    private TradingAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private PriceFixture prices;
    private Partner dealer;
    private TradingAccount account;
    private Sku water;

    @BeforeEach
    void makeGoods() {
        prices = new PriceFixture(context);
        dealer = prices.channel().add("DEALER", PartnerRole.DEALER, null);
        var opened = prices.channel().account(prices.channel().root(), dealer);
        account = prices.channel()
                .asAdmin(() -> accounts.update(
                        opened.id(),
                        opened.version(),
                        new Terms("A", List.of("330000", "330100"), AccountStatus.ACTIVE)));
        water = prices.goods().sku("W550", 24);
    }

    @Test
    void findsListsOfTheBuyersContractGroupRegionsAndBase() { // P1, P2
        var root = prices.channel().root();
        prices.put(prices.list(root, "BASE", PriceScope.BASE, null, 10), prices.entry(water, "case", "40.00"));
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("40.00");
        prices.put(prices.list(root, "R", PriceScope.REGION, "330100", 10), prices.entry(water, "case", "39.00"));
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("39.00");
        prices.put(prices.list(root, "G", PriceScope.GROUP, "A", 10), prices.entry(water, "case", "38.00"));
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("38.00");
        prices.put(
                prices.list(root, "C", PriceScope.CONTRACT, dealer.id().toString(), 10),
                prices.entry(water, "case", "41.50"));
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("41.50");
        assertThat(text(prices.price(account, water, "bottle", 1))).isEqualTo("no_entry"); // P4
    }

    @Test
    void ignoresListsOfOthers() { // P1
        var root = prices.channel().root();
        var rival = prices.channel().add("RIVAL", PartnerRole.DEALER, null);
        var base = prices.list(root, "BASE", PriceScope.BASE, null, 10);
        prices.put(base, prices.entry(water, "case", "40.00"));
        prices.put(
                prices.list(root, "C", PriceScope.CONTRACT, rival.id().toString(), 1),
                prices.entry(water, "case", "1.00"));
        prices.put(prices.list(root, "G", PriceScope.GROUP, "B", 1), prices.entry(water, "case", "2.00"));
        prices.put(prices.list(root, "R", PriceScope.REGION, "310000", 1), prices.entry(water, "case", "3.00"));
        prices.put(prices.list(dealer, "OWN", PriceScope.BASE, null, 1), prices.entry(water, "case", "4.00"));
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("40.00");
        var dollars = new TradingAccount(
                account.id(),
                account.seller(),
                account.buyer(),
                CurrencyCode.USD,
                null,
                List.of(),
                account.status(),
                true,
                0);
        assertThat(text(prices.price(dollars, water, "case", 1))).isEqualTo("no_entry");
    }

    @Test
    void answersAllLinesInTheirOrder() {
        var tea = prices.goods().sku("T500", 15);
        var base = prices.list(prices.channel().root(), "BASE", PriceScope.BASE, null, 10);
        prices.put(base, prices.entry(water, "case", "40.00"), prices.entry(tea, "case", "52.50"));
        var answers = prices.price(
                account,
                List.of(
                        new PriceQuestion.Line(5, tea.id(), "case", 2),
                        new PriceQuestion.Line(2, water.id(), "bottle", 1),
                        new PriceQuestion.Line(9, water.id(), "case", 3)));
        assertThat(answers).extracting(LinePrice::number).containsExactly(5, 2, 9);
        assertThat(answers).extracting(PriceFixture::text).containsExactly("52.50", "no_entry", "40.00");
        assertThat(((LinePrice.Priced) answers.getLast()).net()).isEqualTo(Money.of("120.00", CurrencyCode.CNY));
    }

    @Test
    void keepsTheChosenModeOfTheTenant() { // P3
        assertThat(prices.channel().asAdmin(pricing::mode)).isEqualTo(PriceMode.FIRST_MATCH);
        prices.channel().asAdmin(() -> {
            pricing.choose(PriceMode.LOWEST);
            return true;
        });
        assertThat(prices.channel().asAdmin(pricing::mode)).isEqualTo(PriceMode.LOWEST);
    }

    @Test
    void decidesByTheChosenMode() { // P3
        var dear = prices.list(prices.channel().root(), "DEAR", PriceScope.BASE, null, 10);
        var cheap = prices.list(prices.channel().root(), "CHEAP", PriceScope.BASE, null, 20);
        prices.put(dear, prices.entry(water, "case", "40.00"));
        prices.put(cheap, prices.entry(water, "case", "30.00"));
        var question = new PriceQuestion(account, NOON, List.of(new PriceQuestion.Line(1, water.id(), "case", 1)));
        var unknown = new PriceQuestion(account, NOON, List.of(new PriceQuestion.Line(1, water.id(), "pallet", 1)));
        var first = prices.channel().asAdmin(() -> pricing.price(question));
        prices.channel().asAdmin(() -> {
            pricing.choose(PriceMode.LOWEST);
            return true;
        });
        var lowest = prices.channel().asAdmin(() -> pricing.price(question));
        assertThat(first.mode()).isEqualTo(PriceMode.FIRST_MATCH);
        assertThat(text(first.lines().getFirst())).isEqualTo("40.00");
        assertThat(lowest.mode()).isEqualTo(PriceMode.LOWEST);
        assertThat(text(lowest.lines().getFirst())).isEqualTo("30.00");
        assertThat(prices.channel().asAdmin(() -> pricing.price(unknown)))
                .isEqualTo(new Prices(PriceMode.LOWEST, List.of(new LinePrice.NoPrice(1, "no_entry"))));
    }

    @Test
    void keepsWhatALineStoredReplayable() { // P5
        var base = prices.list(prices.channel().root(), "BASE", PriceScope.BASE, null, 10);
        prices.put(base, prices.entry(water, "case", "40.00"));
        var stored = (LinePrice.Priced) prices.price(account, water, "case", 1);
        prices.put(base, prices.entry(water, "case", "44.00"));
        var now = (LinePrice.Priced) prices.price(account, water, "case", 1);
        assertThat(now.entry()).isNotEqualTo(stored.entry());
        assertThat(now.version()).isGreaterThan(stored.version());
        assertThat(storedPrice(stored.entry())).isEqualTo("40.00");
    }

    @Test
    void givesTheSamePriceWhoeverAsks() { // P6
        var base = prices.list(prices.channel().root(), "BASE", PriceScope.BASE, null, 10);
        prices.put(base, prices.entry(water, "case", "40.00"));
        var question = new PriceQuestion(account, NOON, List.of(new PriceQuestion.Line(1, water.id(), "case", 7)));
        var channel = prices.channel();
        var answers = new HashSet<Prices>();
        answers.add(channel.as(channel.admin(), () -> pricing.price(question)));
        answers.add(channel.as(channel.of(dealer, "order.create"), () -> pricing.price(question)));
        answers.add(channel.inTransaction(() -> pricing.price(question)));
        assertThat(answers).hasSize(1);
    }

    @Test
    void showsAChangeOfManyEntriesWholeOrNotAtAll() throws Exception { // P9
        var skus = new ArrayList<Sku>();
        for (int number = 0; number < 20; number++) {
            skus.add(prices.goods().sku("S" + number, 6));
        }
        var base = prices.list(prices.channel().root(), "BASE", PriceScope.BASE, null, 10);
        prices.put(base, all(skus, "1.00"));
        var lines = skus.stream()
                .map(sku -> new PriceQuestion.Line(1, sku.id(), "case", 1))
                .toList();
        var done = new AtomicBoolean();
        var seen = new ArrayList<Set<String>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> writer = () -> {
                for (int turn = 0; turn < 10; turn++) {
                    prices.put(base, all(skus, turn % 2 == 0 ? "2.00" : "1.00"));
                }
                done.set(true);
                return true;
            };
            Callable<Boolean> reader = () -> {
                do {
                    var texts = new HashSet<String>();
                    prices.price(account, lines).forEach(price -> texts.add(text(price)));
                    seen.add(texts);
                } while (!done.get());
                return true;
            };
            for (var result : threads.invokeAll(List.of(writer, reader))) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(seen).isNotEmpty().allSatisfy(texts -> assertThat(texts).hasSize(1));
    }

    private EntryDraft[] all(List<Sku> skus, String price) {
        return skus.stream().map(sku -> prices.entry(sku, "case", price)).toArray(EntryDraft[]::new);
    }

    private String storedPrice(PriceEntryId entry) {
        return prices.channel()
                .inTransaction(() -> jdbc.sql("select price::text from apps.price_entry where id = ?")
                        .param(entry.value())
                        .query(String.class)
                        .single());
    }

    @Test
    void takesTheLaterStartAndTheLargerBreak() { // P2
        var base = prices.list(prices.channel().root(), "BASE", PriceScope.BASE, null, 10);
        var money = Money.of("30.00", CurrencyCode.CNY);
        prices.put(
                base,
                prices.entry(water, "case", "40.00"),
                new EntryDraft(water.id(), "case", 10, LONG_AGO, null, Money.of("35.00", CurrencyCode.CNY)),
                new EntryDraft(water.id(), "case", 1, NOON, null, money),
                new EntryDraft(water.id(), "case", 1, NOON.plusSeconds(1), null, Money.of("20.00", CurrencyCode.CNY)));
        assertThat(text(prices.price(account, water, "case", 9))).isEqualTo("30.00");
        assertThat(text(prices.price(account, water, "case", 10))).isEqualTo("35.00");
    }
}
