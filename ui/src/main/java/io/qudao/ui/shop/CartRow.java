package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.catalog.Unit;
import io.qudao.kernel.Quantity;
import io.qudao.ui.catalog.CatalogNavigation;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Stepper;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnForm;
import io.qudao.ui.component.record.Visible;
import java.util.function.Consumer;

/** One line of the cart: quantity, SKU, price, shortage, and what the tenant wants to know about it. */
final class CartRow extends Composite<Div> {
    private final transient Checkout.Line line;
    private final transient Consumer<Quantity> change;

    CartRow(Checkout.Line line, OwnForm details, Consumer<Quantity> change) {
        this.line = line;
        this.change = change;
        getContent().addClassName("cart-row");
        getContent()
                .add(
                        CatalogNavigation.tile(line.sku()),
                        name(),
                        new Box("cart-figures", amount(), net()),
                        removal(),
                        details);
        Named.as("cart-row", this);
        getElement().setAttribute("data-sku", Visible.text(line.sku().code(), "sku.code"));
    }

    private Component name() {
        var name = new Span(title());
        name.addClassName("q-strong");
        var price = line.quoted().unitPrice();
        var unit = QuantityText.unit(line.quoted().quantity().unit());
        var each = new Span(
                price == null ? Texts.of("offer.unpriced") : Texts.of("cart.each", MoneyText.format(price), unit));
        each.addClassNames("q-muted", "q-small");
        var box = new Box("q-stack cart-name", name, each);
        if (line.quoted().isShort()) {
            box.add(shortage());
        }
        return box;
    }

    /** Shows the available quantity and a button to order just that. */
    private Component shortage() {
        var quoted = line.quoted();
        long most = unit().most(quoted.available());
        var text = new Span(Texts.of(
                "cart.short", QuantityText.format(quoted.available(), line.sku().baseUnit())));
        text.addClassName("cart-short");
        var box = Named.as("cart-short", new Box("q-row wrap", text));
        if (most > 0) {
            var fitting = new Quantity(most, quoted.quantity().unit());
            var take = new Button(
                    Texts.of("cart.short.take", QuantityText.format(fitting)), click -> change.accept(fitting));
            take.addThemeVariants(ButtonVariant.SMALL);
            box.add(Named.as("cart-take", take));
        }
        return box;
    }

    private Component amount() {
        var quantity = line.quoted().quantity();
        var stepper = new Stepper(1, Math.toIntExact(quantity.value()), title());
        stepper.setStep(Math.toIntExact(unit().step()));
        stepper.addValueChangeListener(changed -> change.accept(new Quantity(changed.getValue(), quantity.unit())));
        var unit = new Span(QuantityText.unit(quantity.unit()));
        unit.addClassName("q-muted");
        return new Box("q-row cart-amount", stepper, unit);
    }

    private String title() {
        return Visible.title(line.sku().name(), "sku.name");
    }

    private Unit unit() {
        return line.sku().unit(line.quoted().quantity().unit()).orElseThrow();
    }

    private Component net() {
        var net = line.quoted().net();
        var amount = Named.as("cart-net", net == null ? new Span() : new MoneyText(net));
        amount.addClassName("cart-net");
        return amount;
    }

    private Component removal() {
        var none = new Quantity(0, line.quoted().quantity().unit());
        return removal(title(), () -> change.accept(none));
    }

    /** Returns the button that takes these goods out of the cart. */
    static Component removal(String goods, Runnable remove) {
        var button = new Button(VaadinIcon.TRASH.create(), click -> remove.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Texts.of("cart.remove", goods));
        button.addClassName("cart-remove");
        return Named.as("cart-remove", button);
    }
}
