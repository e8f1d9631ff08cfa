package io.qudao.pricing;

import static io.qudao.pricing.PriceFixture.LONG_AGO;
import static io.qudao.pricing.PriceFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.catalog.Sku;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.partner.ChannelFixture;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerRole;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.testing.HttpTest;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class PriceListsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private PriceLists lists;

    private PriceFixture prices;
    private ChannelFixture channel;
    private Partner east;
    private Partner dealer;
    private Sku water;

    @BeforeEach
    void makeGoods() {
        prices = new PriceFixture(context);
        channel = prices.channel();
        east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        dealer = channel.add("DEALER", PartnerRole.DEALER, east);
        water = prices.goods().sku("W550", 24);
    }

    @Test
    void namesAllViolationsOfAList() {
        var draft = new Draft(" ", "", PriceScope.CONTRACT, "nobody", -1, CurrencyCode.CNY, true);
        assertViolations(
                () -> channel.asAdmin(() -> lists.create(channel.root().id(), draft)),
                "code:required",
                "name:required",
                "priority:out_of_range",
                "scopeKey:unknown");
    }

    @Test
    void storesNothingOfEntriesOfWhichOneIsBad() { // P9
        var list = prices.list(channel.root(), "BASE", PriceScope.BASE, null, 10);
        var good = prices.entry(water, "case", "40.00");
        assertViolations(
                () -> prices.put(
                        list,
                        good,
                        good,
                        new EntryDraft(
                                water.id(), "crate", 0, LONG_AGO, LONG_AGO, Money.of("-1.1234567", CurrencyCode.USD))),
                "entries[1]:duplicate",
                "entries[2].unit:unknown_unit",
                "entries[2].minimum:too_small",
                "entries[2].until:not_after",
                "entries[2].price:wrong_currency",
                "entries[2].price:out_of_range",
                "entries[2].price:too_many_digits");
        assertThat(channel.asAdmin(() -> lists.entries(list.id(), null, null, 10))
                        .items())
                .isEmpty();
    }

    @Test
    void takesEntriesOutTogether() {
        var list = prices.list(channel.root(), "BASE", PriceScope.BASE, null, 10);
        prices.put(list, prices.entry(water, "case", "40.00"), prices.entry(water, "bottle", "2.00"));
        var entries = channel.asAdmin(() -> lists.entries(list.id(), water.id(), null, 10))
                .items();
        channel.asAdmin(() ->
                lists.remove(list.id(), entries.stream().map(PriceEntry::id).toList()));
        assertThat(channel.asAdmin(() -> lists.entries(list.id(), null, null, 10))
                        .items())
                .isEmpty();
    }

    @Test
    void pagesEntriesInTheirOrder() {
        var list = prices.list(channel.root(), "BASE", PriceScope.BASE, null, 10);
        var entries = new ArrayList<EntryDraft>();
        for (long minimum = 1; minimum <= 7; minimum++) {
            entries.add(
                    new EntryDraft(water.id(), "case", minimum, LONG_AGO, null, Money.of("40.00", CurrencyCode.CNY)));
        }
        prices.put(list, entries.toArray(EntryDraft[]::new));
        var minimums = new ArrayList<Long>();
        String cursor = null;
        do {
            String after = cursor;
            var page = channel.asAdmin(() -> lists.entries(list.id(), null, after, 3));
            page.items().forEach(entry -> minimums.add(entry.minimum()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(minimums).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void switchesListOff() {
        var list = prices.list(channel.root(), "BASE", PriceScope.BASE, null, 10);
        var put = prices.put(list, prices.entry(water, "case", "40.00"));
        var account = channel.account(channel.root(), east);
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("40.00");
        var off = new Draft("BASE", "Base", PriceScope.BASE, null, 10, CurrencyCode.CNY, false);
        channel.asAdmin(() -> lists.update(list.id(), put.version(), off));
        assertThat(text(prices.price(account, water, "case", 1))).isEqualTo("no_entry");
        assertThatThrownBy(() -> channel.asAdmin(() -> lists.update(list.id(), put.version(), off)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.STALE));
    }

    @Test
    void refusesTakenCodeOfTheSameSeller() {
        prices.list(channel.root(), "BASE", PriceScope.BASE, null, 10);
        assertThat(prices.list(east, "BASE", PriceScope.BASE, null, 10).code()).isEqualTo("BASE");
        assertThatThrownBy(() -> prices.list(east, "BASE", PriceScope.BASE, null, 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(PricingProblem.PRICE_LIST_CODE_TAKEN));
    }

    @Test
    void showsListsToTheirSellerOnly() { // T2
        var base = prices.list(channel.root(), "BASE", PriceScope.BASE, null, 10);
        var own = prices.list(east, "EAST", PriceScope.BASE, null, 10);
        var seller = channel.of(east, "price.edit");
        var buyer = channel.of(dealer, "price.edit");
        assertThat(channel.as(seller, () -> lists.list(null, null, 10)).items())
                .extracting(PriceList::code)
                .containsExactly("EAST");
        assertThat(channel.as(buyer, () -> lists.list(null, null, 10)).items()).isEmpty();
        assertThat(channel.as(buyer, () -> lists.find(own.id()))).isEmpty();
        assertThat(channel.as(seller, () -> lists.find(base.id()))).isEmpty();
        assertThatThrownBy(() -> channel.as(buyer, () -> lists.entries(own.id(), null, null, 10)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() ->
                        channel.as(buyer, () -> lists.put(own.id(), List.of(prices.entry(water, "case", "1.00")))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> channel.as(
                        buyer,
                        () -> lists.create(
                                east.id(), new Draft("X", "X", PriceScope.BASE, null, 1, CurrencyCode.CNY, true))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("seller");
    }

    @Test
    void showsNothingOfAnotherTenant() { // T2
        var list = prices.list(channel.root(), "BASE", PriceScope.BASE, null, 10);
        prices.put(list, prices.entry(water, "case", "40.00"));
        var account = channel.account(channel.root(), east);
        var other = new PriceFixture(context);
        assertThat(other.channel().asAdmin(() -> lists.find(list.id()))).isEmpty();
        assertThat(other.channel()
                        .asAdmin(() -> lists.list(channel.root().id(), null, 10))
                        .items())
                .isEmpty();
        assertThat(text(other.price(account, water, "case", 1))).isEqualTo("no_entry");
        assertThatThrownBy(() -> other.channel().asAdmin(() -> lists.remove(list.id(), List.of())))
                .isInstanceOf(ProblemException.class);
    }

    private static void assertViolations(ThrowingCallable work, String... violations) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .extracting((Violation violation) -> violation.field() + ":" + violation.code())
                                .containsExactlyInAnyOrder(violations));
    }
}
