package io.qudao.ui.shop;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.qudao.ui.catalog.CatalogNavigation;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;

/** A line of the cart whose goods are not on sale now: it stays until the buyer removes it. */
final class OffShelfRow extends Composite<Div> {
    OffShelfRow(Checkout.OffShelf goods, Runnable remove) {
        var sku = goods.sku();
        String name = sku == null ? Texts.of("cart.off_shelf.unknown") : sku.name();
        getContent().addClassName("cart-row");
        if (sku != null) {
            getContent().add(CatalogNavigation.tile(sku));
            getElement().setAttribute("data-sku", sku.code());
        }
        var title = new Span(name);
        title.addClassName("q-strong");
        var quantity = new Span(QuantityText.format(goods.line().quantity()));
        quantity.addClassNames("q-muted", "q-small");
        var remark = Named.as("cart-off-shelf", new Span(Texts.of("cart.off_shelf")));
        remark.addClassName("cart-short");
        getContent().add(new Box("q-stack cart-name", title, quantity, remark), CartRow.removal(name, remove));
        Named.as("cart-row", this);
    }
}
