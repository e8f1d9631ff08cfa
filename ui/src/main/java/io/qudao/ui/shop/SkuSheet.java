package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Offer;
import io.qudao.ui.catalog.CatalogNavigation;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Stepper;
import io.qudao.ui.component.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which unit and how many: a sheet from below on a phone, a dialog on a wide screen. */
final class SkuSheet extends Dialog {
    private final Offer offer;
    private final Stepper quantity;
    private final Span net = Named.as("sheet-net", new Span());
    private final Button put;
    private final List<NativeButton> units = new ArrayList<>();
    private Offer.UnitPrice chosen;

    SkuSheet(Offer offer, Consumer<Quantity> putIn) {
        this.offer = offer;
        this.chosen = offer.prices().stream()
                .filter(price -> price.price() != null)
                .findFirst()
                .orElse(offer.prices().getFirst());
        addClassName("sheet");
        getElement().setAttribute("aria-label", offer.sku().name());
        quantity = Named.as("sheet-quantity", new Stepper(1, 1, Texts.of("sheet.quantity")));
        quantity.addValueChangeListener(change -> show());
        put = Named.as("sheet-put", new Button(Texts.of("sheet.put")));
        put.addThemeVariants(ButtonVariant.PRIMARY);
        put.addClassName("sheet-put");
        put.addClickListener(click -> {
            putIn.accept(new Quantity(quantity.getValue(), chosen.unit()));
            close();
        });
        net.addClassName("sheet-net");
        add(new Box("sheet-body", head(), unitPicker(), row("sheet.quantity", quantity), foot()));
        Named.as("sheet", this);
        show();
    }

    private Component head() {
        var code = new Span(offer.sku().code());
        code.addClassNames("q-muted", "q-small");
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Texts.of("action.close"));
        var text = new Box("q-stack q-grow", new H2(offer.sku().name()), code, OfferCard.availability(offer));
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
        var each = price.price();
        var text = each == null ? Texts.of("offer.unpriced") : MoneyText.format(each);
        var name = new Span(unitName(price));
        name.addClassName("q-strong");
        var button = new NativeButton();
        button.add(name, new Span(text));
        button.addClassName("unit");
        button.setEnabled(each != null);
        button.getElement().setAttribute("data-unit", price.unit());
        button.addClickListener(click -> {
            chosen = price;
            show();
        });
        units.add(button);
        return Named.as("unit", button);
    }

    private String unitName(Offer.UnitPrice price) {
        var unit = QuantityText.unit(price.unit());
        return price.base() == 1
                ? unit
                : Texts.of(
                        "sheet.unit_of",
                        unit,
                        QuantityText.format(price.base(), offer.sku().baseUnit()));
    }

    private static Component row(String key, Component field) {
        var label = new Span(Texts.of(key));
        label.addClassNames("q-muted", "q-small");
        return new Box("q-stack", label, field);
    }

    private Component foot() {
        return new Box("sheet-foot", net, put);
    }

    private void show() {
        units.forEach(unit -> unit.getElement()
                .setAttribute(
                        "aria-pressed",
                        String.valueOf(chosen.unit().equals(unit.getElement().getAttribute("data-unit")))));
        var price = chosen.price();
        net.setText(price == null ? "" : MoneyText.format(price.times(quantity.getValue())));
        put.setEnabled(price != null);
    }
}
