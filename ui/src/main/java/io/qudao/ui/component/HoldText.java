package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.ordering.OrderSummary;
import java.util.regex.Pattern;

/** Why credit holds an order 信用冻结, in words. */
public final class HoldText extends Span {
    private static final Pattern FIGURES = Pattern.compile("exposure=([\\d.]+);limit=([\\d.]+);over=([\\d.]+)");

    public HoldText(OrderSummary order) {
        super(words(order));
    }

    private static String words(OrderSummary order) {
        var hold = order.creditHold();
        if (hold == null) {
            return "";
        }
        var figures = FIGURES.matcher(hold);
        var currency = order.total().currency();
        return figures.matches()
                ? Texts.of(
                        "order.held.why",
                        amount(figures.group(1), currency),
                        amount(figures.group(2), currency),
                        amount(figures.group(3), currency))
                : hold;
    }

    private static String amount(String digits, CurrencyCode currency) {
        return MoneyText.format(Money.of(digits, currency));
    }
}
