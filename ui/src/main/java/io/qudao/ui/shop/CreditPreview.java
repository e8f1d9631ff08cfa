package io.qudao.ui.shop;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Money;
import io.qudao.ordering.Quote;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.UsageBar;

/** Shows the credit before and after the order. */
final class CreditPreview extends Composite<Div> {
    CreditPreview(Quote quote) {
        getContent().addClassNames("q-card", "q-stack");
        getContent().add(new H2(Texts.of("cart.credit")));
        Named.as("credit-preview", this);
        var free = quote.credit().free();
        var limit = quote.credit().limit();
        if (free == null || limit == null) {
            getContent().add(new Span(Texts.of("cart.credit.unlimited")));
            return;
        }
        var after = free.minus(quote.total());
        var used = quote.credit().exposure().plus(quote.total());
        var label = Texts.of("cart.credit.used", MoneyText.format(used), MoneyText.format(limit));
        getContent()
                .add(
                        figure("cart.credit.before", free),
                        figure("cart.credit.after", after),
                        new UsageBar(used, limit, label));
        if (after.signum() < 0) {
            var over =
                    Named.as("credit-over", new Span(Texts.of("cart.credit.over", MoneyText.format(after.negate()))));
            over.addClassName("cart-short");
            getContent().add(over);
        }
    }

    private static Box figure(String key, Money amount) {
        var name = new Span(Texts.of(key));
        name.addClassName("q-muted");
        return new Box("q-row between", name, new MoneyText(amount));
    }
}
