package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Money;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** An amount with its currency, as the reader's language writes it. */
public final class MoneyText extends Span {
    /** The yuan is ¥ in every language; so the yen is not. */
    private static final Map<String, String> SIGNS = Map.of("CNY", "\u00a5", "JPY", "JP\u00a5");

    public MoneyText(Money money) {
        super(format(money, Texts.locale()));
        addClassName("q-money");
    }

    /** Exact: every digit the amount has, at least those of its currency. */
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
