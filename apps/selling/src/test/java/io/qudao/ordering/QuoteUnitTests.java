package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.SkuId;
import io.qudao.credit.CreditStanding;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.partner.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuoteUnitTests {
    private static final Money TWO = Money.of("2.00", CurrencyCode.CNY);

    @Test
    void isOrderableIfAllIsPricedAndThere() {
        assertThat(quote(line(3, 3, TWO), line(1, 9, TWO)).orderable()).isTrue();
    }

    @Test
    void countsLinesThatAreShort() { // S1-13
        var quote = quote(line(3, 2, TWO), line(1, 0, TWO), line(1, 1, TWO));
        assertThat(quote.shortLines()).isEqualTo(2);
        assertThat(quote.unpricedLines()).isZero();
        assertThat(quote.orderable()).isFalse();
    }

    @Test
    void countsLinesWithoutAPrice() { // P4
        var quote = quote(line(3, 3, null), line(1, 1, TWO));
        assertThat(quote.unpricedLines()).isEqualTo(1);
        assertThat(quote.shortLines()).isZero();
        assertThat(quote.orderable()).isFalse();
    }

    private static Quote quote(Quote.Line... lines) {
        return new Quote(List.of(lines), TWO, new CreditStanding(new AccountId(Ids.next()), TWO, null));
    }

    private static Quote.Line line(long base, long available, @Nullable Money price) {
        return new Quote.Line(
                1, new SkuId(Ids.next()), "W", "Water", new Quantity(base, "each"), base, price, price, available);
    }
}
