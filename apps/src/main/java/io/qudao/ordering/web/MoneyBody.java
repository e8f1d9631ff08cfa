package io.qudao.ordering.web;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Violation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money in JSON: an exact amount as text, and its currency. */
record MoneyBody(String amount, String currency) {
    static @Nullable MoneyBody of(@Nullable Money money) {
        return money == null
                ? null
                : new MoneyBody(money.amount().toPlainString(), money.currency().value());
    }

    Money money(String field) {
        try {
            return new Money(new BigDecimal(amount), new CurrencyCode(currency));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new ProblemException(Problems.INVALID_INPUT, List.of(Violation.of(field, "money")), wrong);
        }
    }
}
