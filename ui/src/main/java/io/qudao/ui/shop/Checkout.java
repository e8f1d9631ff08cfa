package io.qudao.ui.shop;

import io.qudao.cart.Cart;
import io.qudao.cart.CartFields;
import io.qudao.cart.Carts;
import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderReferences;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Orders.PlaceOptions;
import io.qudao.ordering.Quote;
import io.qudao.ordering.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a cart into an order: the same content is ordered once, at the total that was shown. */
@Component
class Checkout {
    private final Carts carts;
    private final CartFields fields;
    private final Catalog catalog;
    private final Orders orders;

    Checkout(Carts carts, CartFields fields, Catalog catalog, Orders orders) {
        this.carts = carts;
        this.fields = fields;
        this.catalog = catalog;
        this.orders = orders;
    }

    /** Returns the cart with current prices, without goods that are off the shelf; empty if nothing is in it. */
    Optional<Basket> basket(Supplier supplier) {
        var cart = carts.of(supplier.id());
        var skus = catalog.skus(cart.lines().stream().map(Cart.Line::sku).toList());
        for (var line : cart.lines()) {
            var sku = skus.get(line.sku());
            if (sku == null || !sku.isOnShelf()) {
                cart = carts.put(
                        supplier.id(),
                        line.sku(),
                        new Quantity(0, line.quantity().unit()));
            }
        }
        if (cart.isEmpty()) {
            return Optional.empty();
        }
        var quote = orders.quote(draft(supplier, cart, Map.of()));
        var lines = quote.lines().stream()
                .map(line -> new Line(skus.get(line.sku()), line))
                .toList();
        return Optional.of(new Basket(quote, lines));
    }

    void change(Supplier supplier, Line line, Quantity quantity) {
        carts.put(supplier.id(), line.sku().id(), quantity);
    }

    /** Returns the values entered for the order before. */
    Map<String, String> filledIn(Supplier supplier) {
        return fields.of(supplier.id());
    }

    void fillIn(Supplier supplier, Map<String, String> texts) {
        fields.put(supplier.id(), texts);
    }

    /**
     * Orders the cart and empties it when the order is stored.
     *
     * @param custom values of the tenant's own fields
     */
    Submission submit(Supplier supplier, Money seen, Map<String, Value> custom) {
        var cart = carts.of(supplier.id());
        var submission = orders.place(draft(supplier, cart, custom), new PlaceOptions(cart.key(), true, seen));
        if (submission instanceof Submission.Accepted || submission instanceof Submission.CreditHeld) {
            carts.clear(cart);
            fields.put(supplier.id(), Map.of());
        }
        return submission;
    }

    private static OrderDraft draft(Supplier supplier, Cart cart, Map<String, Value> custom) {
        var lines = cart.lines().stream()
                .map(line -> new OrderDraft.Line(line.sku(), line.quantity()))
                .toList();
        var account = supplier.account();
        return new OrderDraft(
                account.seller(), account.buyer(), account.currency(), lines, null, OrderReferences.NONE, custom);
    }

    record Basket(Quote quote, List<Line> lines) {
        Basket {
            lines = List.copyOf(lines);
        }
    }

    record Line(Sku sku, Quote.Line quoted) {}
}
