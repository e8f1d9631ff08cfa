package io.qudao.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.qudao.credit.Credit;
import io.qudao.kernel.Money;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.UsageBar;

/** What an account owes, and what it may. */
@org.springframework.stereotype.Component
class CreditCards {
    private final Credit credit;

    CreditCards(Credit credit) {
        this.credit = credit;
    }

    Component of(Supplier supplier) {
        var standing = credit.standing(supplier.id());
        var card =
                new Box("q-card q-stack credit-card", new H2(supplier.seller().name()));
        var free = standing.free();
        var limit = standing.limit();
        if (free == null || limit == null) {
            card.add(figure("credit.exposure", standing.exposure()), new Span(Texts.of("credit.unlimited")));
        } else {
            card.add(figure("credit.free", free), bar(standing.exposure(), limit));
        }
        return Named.as("credit-card", card);
    }

    private static Component figure(String key, Money amount) {
        var name = new Span(Texts.of(key));
        name.addClassNames("q-muted", "q-small");
        var value = new MoneyText(amount);
        value.addClassName("credit-figure");
        return new Box("q-stack credit-head", name, value);
    }

    private static Component bar(Money exposure, Money limit) {
        var used = Texts.of("credit.used", MoneyText.format(exposure), MoneyText.format(limit));
        var words = new Span(used);
        words.addClassNames("q-muted", "q-small");
        return new Box("q-stack", new UsageBar(exposure, limit, used), words);
    }
}
