package io.qudao.ordering.internal;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.ordering.CreditHold;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a row keeps its credit hold: the figures, in the order's currency. */
final class HoldColumn {
    private static final Pattern FIGURES =
            Pattern.compile("exposure=(?<exposure>-?[\\d.]+);limit=(?<limit>[\\d.]+);over=(?<over>[\\d.]+)");

    private HoldColumn() {}

    static @Nullable String write(@Nullable CreditHold hold) {
        return hold == null
                ? null
                : "exposure=%s;limit=%s;over=%s"
                        .formatted(plain(hold.exposure()), plain(hold.limit()), plain(hold.over()));
    }

    static @Nullable CreditHold read(@Nullable String column, CurrencyCode currency) {
        if (column == null) {
            return null;
        }
        var figures = FIGURES.matcher(column);
        if (!figures.matches()) {
            throw new IllegalStateException("No credit hold: " + column);
        }
        return new CreditHold(
                Money.of(figures.group("exposure"), currency),
                Money.of(figures.group("limit"), currency),
                Money.of(figures.group("over"), currency));
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
