package io.qudao.ui.shop;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.qudao.ordering.Offer;
import io.qudao.ui.catalog.CatalogNavigation;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import java.util.function.Consumer;

/** A card for one SKU on the shelf: picture, price, and availability. */
final class OfferCard extends NativeButton {
    OfferCard(Offer offer, Consumer<Offer> chosen) {
        addClassNames("offer-card", "q-card");
        var name = new Span(Visible.title(offer.sku().name(), "sku.name"));
        name.addClassName("offer-name");
        add(CatalogNavigation.tile(offer.sku()), name, price(offer), availability(offer));
        addClickListener(click -> chosen.accept(offer));
        Named.as("offer", this);
        getElement().setAttribute("data-sku", Visible.text(offer.sku().code(), "sku.code"));
    }

    private static Box price(Offer offer) {
        for (var each : offer.prices()) {
            if (!each.breaks().isEmpty()) {
                var first = each.breaks().getFirst();
                var price = new Box(
                        "offer-price",
                        new MoneyText(first.price()),
                        muted(Texts.of(
                                "offer.per", QuantityText.unit(each.unit().code()))));
                if (each.breaks().size() > 1) {
                    var last = each.breaks().getLast();
                    price.add(muted(Texts.of(
                            "offer.break",
                            QuantityText.format(last.from(), each.unit().code()),
                            MoneyText.format(last.price()))));
                }
                return price;
            }
        }
        return new Box("offer-price", muted(Texts.of("offer.unpriced")));
    }

    /** Returns the price for one, or for the smallest quantity that can be ordered. */
    static String priceText(Offer.UnitPrice price) {
        return price.breaks().isEmpty()
                ? Texts.of("offer.unpriced")
                : MoneyText.format(price.breaks().getFirst().price());
    }

    /** Shows the available quantity in words and colour. */
    static Span availability(Offer offer) {
        var unit = offer.sku().baseUnit();
        var text = offer.available() > 0
                ? Texts.of("offer.available", QuantityText.format(offer.available(), unit))
                : Texts.of("offer.sold_out");
        var availability = muted(text);
        availability.addClassName("offer-availability");
        availability.getElement().setAttribute("data-available", offer.available() > 0);
        return availability;
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassNames("q-muted", "q-small");
        return span;
    }
}
