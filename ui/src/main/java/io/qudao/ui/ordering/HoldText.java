package io.qudao.ui.ordering;

import com.vaadin.flow.component.html.Span;
import io.qudao.ordering.CreditHold;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Texts;

/** Explains why an order is on credit hold 信用冻结. */
public final class HoldText extends Span {
    public HoldText(CreditHold hold) {
        super(Texts.of(
                "order.held.why",
                MoneyText.format(hold.exposure()),
                MoneyText.format(hold.limit()),
                MoneyText.format(hold.over())));
    }
}
