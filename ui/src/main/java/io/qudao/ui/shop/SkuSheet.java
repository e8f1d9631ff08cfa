package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.cart.Cart;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Offer;
import io.qudao.ui.catalog.CatalogNavigation;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Stepper;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks for unit and quantity and shows the price; a sheet from below on a phone, a dialog on a wide screen. */
final class SkuSheet extends Dialog {
    private final transient Offer offer;
    private final transient Cart cart;
    private final Stepper quantity;
    private final Box breaks = Named.as("sheet-breaks", new Box("price-breaks"));
    private final Span each = Named.as("sheet-each", new Span());
    private final Span net = Named.as("sheet-net", new Span());
    private final Span reason = Named.as("sheet-reason", new Span());
    private final Button put;
    private final List<NativeButton> units = new ArrayList<>();
    private transient Offer.UnitPrice unit;

    /** @param cart current content of the cart, which affects the price and the availability */
    SkuSheet(Offer offer, Cart cart, Consumer<Quantity> putIn) {
        this.offer = offer;
        this.cart = cart;
        this.unit = offer.prices().stream()
                .filter(price -> !price.breaks().isEmpty())
                .findFirst()
                .orElse(offer.prices().getFirst());
        addClassName("sheet");
        getElement().setAttribute("aria-label", Visible.title(offer.sku().name(), "sku.name"));
        quantity = Named.as("sheet-quantity", new Stepper(1, 1, Texts.of("sheet.quantity")));
        quantity.addValueChangeListener(change -> show());
        put = Named.as("sheet-put", new Button(Texts.of("sheet.put")));
        put.addThemeVariants(ButtonVariant.PRIMARY);
        put.addClassName("sheet-put");
        put.addClickListener(click -> {
            putIn.accept(choice().asQuantity());
            close();
        });
        each.addClassNames("q-muted", "q-small");
        net.addClassName("sheet-net");
        reason.addClassName("sheet-reason");
        reason.getElement().setAttribute("role", "status");
        add(new Box("sheet-body", head(), unitPicker(), breaks, row("sheet.quantity", quantity), reason, foot()));
        Named.as("sheet", this);
        choose(unit);
    }

    private Component head() {
        var code = new Span(Visible.text(offer.sku().code(), "sku.code"));
        code.addClassNames("q-muted", "q-small");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Texts.of("action.close"));
        var text = new Box(
                "q-stack q-grow",
                new H2(Visible.title(offer.sku().name(), "sku.name")),
                code,
                OfferCard.availability(offer));
        return new Box("sheet-head", CatalogNavigation.tile(offer.sku()), text, close);
    }

    private Component unitPicker() {
        var picker = new Box("unit-picker");
        picker.getElement().setAttribute("role", "group");
        picker.getElement().setAttribute("aria-label", Texts.of("sheet.unit"));
        for (var price : offer.prices()) {
            picker.add(unit(price));
        }
        return row("sheet.unit", picker);
    }

    private NativeButton unit(Offer.UnitPrice price) {
        var name = new Span(unitName(price));
        name.addClassName("q-strong");
        var button = new NativeButton();
        button.add(name, new Span(OfferCard.priceText(price)));
        button.addClassName("unit");
        button.setEnabled(!price.breaks().isEmpty());
        button.getElement().setAttribute("data-unit", price.unit().code());
        button.addClickListener(click -> choose(price));
        units.add(button);
        return Named.as("unit", button);
    }

    private String unitName(Offer.UnitPrice price) {
        var measure = price.unit();
        var name = QuantityText.unit(measure.code());
        long step = measure.step();
        long base = measure.base(step).orElseThrow();
        var goods = QuantityText.format(base, offer.sku().baseUnit());
        if (step > 1) {
            return Texts.of("sheet.unit_parts", QuantityText.format(step, measure.code()), goods);
        }
        return base == 1 ? name : Texts.of("sheet.unit_of", name, goods);
    }

    private static Component row(String key, Component field) {
        var label = new Span(Texts.of(key));
        label.addClassNames("q-muted", "q-small");
        return new Box("q-stack", label, field);
    }

    private Component foot() {
        return new Box("sheet-foot", new Box("q-stack sheet-sum", net, each), put);
    }

    private void choose(Offer.UnitPrice price) {
        unit = price;
        quantity.setStep(Math.toIntExact(price.unit().step()));
        if (!price.breaks().isEmpty() && price.breaks().getFirst().from() > quantity.getValue()) {
            quantity.setValue(Math.toIntExact(price.breaks().getFirst().from()));
        }
        for (var button : units) {
            boolean chosen = price.unit().code().equals(button.getElement().getAttribute("data-unit"));
            button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        }
        show();
    }

    private SkuChoice choice() {
        long base = 0;
        for (var line : cart.lines()) {
            if (line.sku().equals(offer.sku().id())) {
                var lineUnit = offer.sku().unit(line.quantity().unit());
                base += lineUnit.isEmpty()
                        ? 0
                        : lineUnit.get().base(line.quantity().value()).orElse(0);
            }
        }
        long inCart = cart.quantity(offer.sku().id(), unit.unit().code()).orElse(0);
        return new SkuChoice(offer, unit, quantity.getValue(), inCart, base);
    }

    private void show() {
        var choice = choice();
        var reached = choice.reached();
        var amount = choice.net();
        breaks.removeAll();
        breaks.setVisible(choice.breaks().size() > 1 || reached == null);
        for (var step : choice.breaks()) {
            var price = new Box(
                    "price-break",
                    new Span(Texts.of(
                            "sheet.break",
                            QuantityText.format(step.from(), unit.unit().code()))),
                    new MoneyText(step.price()));
            if (step.equals(reached)) {
                price.getElement().setAttribute("aria-current", "true");
            }
            breaks.add(Named.as("price-break", price));
        }
        net.setText(amount == null ? "" : MoneyText.format(amount));
        each.setText(
                reached == null
                        ? ""
                        : Texts.of(
                                "cart.each",
                                MoneyText.format(reached.price()),
                                QuantityText.unit(unit.unit().code())));
        reason.setText(reason(choice));
        put.setEnabled(choice.isOrderable());
    }

    /** Returns why it cannot be added to the cart, or what is taken into account; empty if there is nothing to say. */
    private String reason(SkuChoice choice) {
        var base = offer.sku().baseUnit();
        if (choice.reached() == null) {
            return choice.breaks().isEmpty() ? Texts.of("offer.unpriced") : Texts.of("sheet.few");
        }
        if (!choice.isAvailable()) {
            var available = QuantityText.format(offer.available(), base);
            return choice.inCartBase() == 0
                    ? Texts.of("sheet.short", available)
                    : Texts.of("sheet.short.cart", available, QuantityText.format(choice.inCartBase(), base));
        }
        return choice.inCart() == 0
                ? ""
                : Texts.of(
                        "sheet.in_cart",
                        QuantityText.format(choice.inCart(), unit.unit().code()));
    }
}
