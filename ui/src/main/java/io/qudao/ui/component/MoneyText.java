package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Money;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** An amount with its currency, formatted for the reader's language. */
public final class MoneyText extends Span {
    /** The yuan is ¥ in every language, so the yen needs another sign. */
    private static final Map<String, String> SIGNS = Map.of("CNY", "\u00a5", "JPY", "JP\u00a5");

    public MoneyText(Money money) {
        super(format(money, Texts.locale()));
        addClassName("q-money");
    }

    /** Formats an amount exactly, with all its digits and at least those of its currency. */
    public static String format(Money money, Locale locale) {
        var format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.currency().value()));
        var sign = SIGNS.get(money.currency().value());
        if (sign != null) {
            var symbols = format.getDecimalFormatSymbols();
            symbols.setCurrencySymbol(sign);
            format.setDecimalFormatSymbols(symbols);
        }
        format.setMinimumFractionDigits(money.currency().scale());
        format.setMaximumFractionDigits(Math.max(
                money.currency().scale(), money.amount().stripTrailingZeros().scale()));
        return format.format(money.amount());
    }

    public static String format(Money money) {
        return format(money, Texts.locale());
    }
}
