package io.qudao.ui.component;

import com.vaadin.flow.component.html.Div;
import io.qudao.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much of a limit is used. */
public final class UsageBar extends Div {
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int NEARLY = 80;

    public UsageBar(Money used, Money limit, String label) {
        int percent = percent(used, limit);
        var fill = new Div();
        fill.setWidth(Math.clamp(percent, 0, 100) + "%");
        addClassName("q-bar");
        getElement().setAttribute("role", "meter");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("aria-valuemin", "0");
        getElement().setAttribute("aria-valuemax", "100");
        getElement().setAttribute("aria-valuenow", String.valueOf(Math.clamp(percent, 0, 100)));
        getElement().setAttribute("data-tone", tone(percent).attribute());
        add(fill);
    }

    static int percent(Money used, Money limit) {
        if (limit.signum() <= 0) {
            return used.signum() > 0 ? FULL.intValue() : 0;
        }
        return used.amount()
                .multiply(FULL)
                .divide(limit.amount(), 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(999))
                .intValue();
    }

    private static Tone tone(int percent) {
        return percent >= FULL.intValue() ? Tone.RED : percent >= NEARLY ? Tone.AMBER : Tone.TEAL;
    }
}
