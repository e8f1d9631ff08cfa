package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.Unit;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.pricing.PriceBreak;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferUnitTests {
    private static final Money DEAR = Money.of("55.30", CurrencyCode.CNY);
    private static final Money CHEAP = Money.of("53.00", CurrencyCode.CNY);

    @Test
    void takesThePriceOfTheLastBreakThatIsReached() {
        var cases = new Offer.UnitPrice(
                new Unit("case", 24, 1), List.of(new PriceBreak(10, DEAR), new PriceBreak(300, CHEAP)));
        assertThat(cases.price(9)).isNull();
        assertThat(cases.price(10)).isEqualTo(DEAR);
        assertThat(cases.price(299)).isEqualTo(DEAR);
        assertThat(cases.price(300)).isEqualTo(CHEAP);
        assertThat(cases.price()).isNull();
    }

    @Test
    void hasNoPriceWhereItHasNoBreak() { // P4
        assertThat(new Offer.UnitPrice(Unit.base("each"), List.of()).price(1000))
                .isNull();
    }
}
