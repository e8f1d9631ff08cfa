package io.qudao.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.Submission;
import io.qudao.partner.AccountId;
import io.qudao.partner.AccountStatus;
import io.qudao.partner.PartnerId;
import io.qudao.partner.TradingAccount;
import io.qudao.pricing.LinePrice;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceMode;
import io.qudao.pricing.Prices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order at the prices of now, of one unit of water in each line. */
class PricedDraftUnitTests {
    private static final CurrencyCode CNY = CurrencyCode.CNY;
    private static final PartnerId SELLER = new PartnerId(Ids.next());
    private static final PartnerId BUYER = new PartnerId(Ids.next());
    private static final Sku WATER = new Sku(
            new SkuId(Ids.next()),
            new ProductId(Ids.next()),
            "W",
            "Water",
            null,
            new CategoryId(Ids.next()),
            "each",
            List.of(new Unit("each", 1, 1)),
            SkuStatus.ON_SHELF,
            1);

    @Test
    void refusesLinesWithoutAPriceInsteadOfGivingThemAway() { // P4
        var draft =
                priced(price(1, "2.00"), new LinePrice.NoPrice(2, "no_entry"), new LinePrice.NoPrice(3, "no_entry"));
        assertThat(draft.lines()).hasSize(1);
        assertThat(draft.refusal(null)).contains(new Submission.Unpriced(List.of(2, 3)));
        assertThat(draft.refusal(draft.total())).contains(new Submission.Unpriced(List.of(2, 3)));
    }

    @Test
    void takesTheTotalThatTheBuyerHasSeen() { // P7
        var draft = priced(price(1, "2.00"), price(2, "0.50"));
        assertThat(draft.total()).isEqualTo(Money.of("2.50", CNY));
        assertThat(draft.refusal(Money.of("2.50", CNY))).isEmpty();
        assertThat(draft.refusal(Money.of("2.5", CNY))).isEmpty();
        assertThat(draft.refusal(null)).isEmpty();
    }

    @Test
    void refusesAnotherTotalWithThePricesOfNow() { // P7
        var draft = priced(price(1, "2.00"), price(2, "0.50"));
        var seen = Money.of("2.49", CNY);
        assertThat(draft.refusal(seen))
                .contains(new Submission.PriceChanged(
                        seen,
                        Money.of("2.50", CNY),
                        List.of(
                                new Submission.LineNow(1, "W", Money.of("2.00", CNY), Money.of("2.00", CNY)),
                                new Submission.LineNow(2, "W", Money.of("0.50", CNY), Money.of("0.50", CNY)))));
    }

    @Test
    void namesLinesThatAreTooDear() {
        assertThat(priced(price(1, "999999999999.99")).tooDear()).isEmpty();
        assertThat(priced(price(1, "1.00"), price(2, "1000000000000.00")).tooDear())
                .containsExactly(Violation.of("lines[1].quantity", "too_dear", "1000000000000"));
    }

    @Test
    void refusesATotalThatIsTooDearThoughNoLineIs() {
        assertThat(priced(price(1, "600000000000.00"), price(2, "400000000000.00"))
                        .tooDear())
                .containsExactly(Violation.of("lines", "too_dear", "1000000000000"));
    }

    private static LinePrice price(int number, String price) {
        var money = Money.of(price, CNY);
        return new LinePrice.Priced(
                number, new PriceListId(Ids.next()), new PriceEntryId(Ids.next()), 1, money, money, List.of());
    }

    private static PricedDraft priced(LinePrice... prices) {
        var lines = new ArrayList<CheckedDraft.Line>();
        for (LinePrice price : prices) {
            lines.add(new CheckedDraft.Line(price.number(), WATER, new Quantity(1, "each"), 1));
        }
        var account = new TradingAccount(
                new AccountId(Ids.next()), SELLER, BUYER, CNY, null, List.of(), AccountStatus.ACTIVE, true, 1);
        var checked =
                new CheckedDraft(OrderDraft.of(SELLER, BUYER, List.of()), account, Instant.EPOCH, List.copyOf(lines));
        return PricedDraft.of(checked, new Prices(PriceMode.FIRST_MATCH, List.of(prices)));
    }
}
