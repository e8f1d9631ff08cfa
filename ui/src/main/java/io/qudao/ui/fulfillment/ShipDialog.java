package io.qudao.ui.fulfillment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.catalog.SkuId;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderLine;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnForm;
import io.qudao.ui.component.record.Visible;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What leaves now, in base units, with whom, and what the tenant wants to know of it. */
final class ShipDialog extends Dialog {
    ShipDialog(Order order, Function<SkuId, String> unitOf, OwnForm own, Consumer<ShipOptions> ship) {
        addClassName("sheet");
        setHeaderTitle(Texts.of("ship.title", Visible.title(order.number(), "order.number")));
        var goods = new GoodsCount();
        order.lines().stream()
                .filter(line -> line.open() > 0)
                .forEach(line -> expect(goods, line, unitOf.apply(line.sku())));
        var carrier = Named.as("ship-carrier", new TextField(Texts.of("ship.carrier")));
        var tracking = Named.as("ship-tracking", new TextField(Texts.of("ship.tracking")));
        add(new Box("q-stack", goods.rows(), new Box("own-fields", carrier, tracking), own));
        var key = Ids.next().toString();
        var send = Named.as("ship-send", new Button(Texts.of("ship.now")));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            own.clearErrors();
            var sent = goods.counted();
            sent.values().removeIf(count -> count == 0);
            try {
                ship.accept(new ShipOptions(
                        sent,
                        key,
                        orNull(carrier.getValue()),
                        orNull(tracking.getValue()),
                        new Value.Fields(own.values())));
                close();
            } catch (ProblemException refused) {
                own.show(refused);
                send.setEnabled(true);
            }
        });
        getFooter().add(new Button(Texts.of("action.back"), click -> close()), send);
        Named.as("ship", this);
    }

    private static void expect(GoodsCount goods, OrderLine line, String unit) {
        goods.expect(line.number(), ShipmentCards.name(line.skuName()), line.open(), unit, open(line, unit));
    }

    /** Returns what is left to ship in the unit that was ordered, if it is whole in it, and in base units. */
    static String open(OrderLine line, String unit) {
        var base = QuantityText.format(line.open(), unit);
        var ordered = line.ordered();
        long each = line.base() / ordered.value();
        boolean whole = each > 1 && each * ordered.value() == line.base() && line.open() % each == 0;
        return whole
                ? Texts.of("ship.open.ordered", QuantityText.format(line.open() / each, ordered.unit()), base)
                : Texts.of("ship.open", base);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
