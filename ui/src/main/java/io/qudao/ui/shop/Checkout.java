package io.qudao.ui.shop;

import io.qudao.cart.Cart;
import io.qudao.cart.CartFields;
import io.qudao.cart.CartFields.LineKey;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** Returns the cart with current prices; empty if nothing is in it. */
    Optional<Basket> basket(Supplier supplier) {
        var cart = carts.of(supplier.id());
        if (cart.isEmpty()) {
            return Optional.empty();
        }
        var skus = catalog.skus(cart.lines().stream().map(Cart.Line::sku).toList());
        var onSale = cart.lines().stream().collect(Collectors.partitioningBy(line -> isOnSale(skus.get(line.sku()))));
        var offShelf = onSale.getOrDefault(false, List.of()).stream()
                .map(line -> new OffShelf(line, skus.get(line.sku())))
                .toList();
        var offered = onSale.getOrDefault(true, List.of());
        if (offered.isEmpty()) {
            return Optional.of(new Basket(null, List.of(), offShelf));
        }
        var quote = orders.quote(draft(supplier, new Cart(cart.account(), cart.key(), offered), OwnValues.NONE));
        var entered = fields.ofLines(supplier.id());
        var lines = quote.lines().stream()
                .map(line -> new Line(
                        skus.get(line.sku()),
                        line,
                        entered.getOrDefault(
                                new LineKey(line.sku(), line.quantity().unit()), Map.of())))
                .toList();
        return Optional.of(new Basket(quote, lines, offShelf));
    }

    private static boolean isOnSale(@Nullable Sku sku) {
        return sku != null && sku.isOnShelf();
    }

    void change(Supplier supplier, Line line, Quantity quantity) {
        carts.put(supplier.id(), line.sku().id(), quantity);
    }

    void remove(Supplier supplier, OffShelf goods) {
        var line = goods.line();
        carts.put(supplier.id(), line.sku(), new Quantity(0, line.quantity().unit()));
    }

    /** Returns the values entered for the order before. */
    Map<String, String> filledIn(Supplier supplier) {
        return fields.of(supplier.id());
    }

    void fillIn(Supplier supplier, Map<String, String> texts) {
        fields.put(supplier.id(), texts);
    }

    void fillIn(Supplier supplier, LineKey line, Map<String, String> texts) {
        fields.put(supplier.id(), line, texts);
    }

    /** Orders the cart; it is empty once the order is stored. */
    Submission submit(Supplier supplier, Money seen, OwnValues own) {
        var cart = carts.of(supplier.id());
        return orders.place(draft(supplier, cart, own), new PlaceOptions(cart.key(), true, seen));
    }

    private static OrderDraft draft(Supplier supplier, Cart cart, OwnValues own) {
        var lines = cart.lines().stream()
                .map(line -> new OrderDraft.Line(line.sku(), line.quantity(), own.of(line)))
                .toList();
        var account = supplier.account();
        return new OrderDraft(
                account.seller(), account.buyer(), account.currency(), lines, null, OrderReferences.NONE, own.order());
    }

    /**
     * @param quote of the lines that are on sale; null if none is
     * @param offShelf goods that prevent the cart from being ordered until they are removed, or on sale again
     */
    record Basket(@Nullable Quote quote, List<Line> lines, List<OffShelf> offShelf) {
        Basket {
            lines = List.copyOf(lines);
            offShelf = List.copyOf(offShelf);
        }

        boolean isOrderable() {
            return quote != null && quote.orderable() && offShelf.isEmpty();
        }
    }

    /** @param entered texts by field, as they were entered for the tenant's own fields of the line */
    record Line(Sku sku, Quote.Line quoted, Map<String, String> entered) {
        LineKey key() {
            return new LineKey(sku.id(), quoted.quantity().unit());
        }
    }

    /** @param sku null if the caller cannot see it any more */
    record OffShelf(Cart.Line line, @Nullable Sku sku) {}

    /** Values of the tenant's own fields of the order and of its lines. */
    record OwnValues(Map<String, Value> order, Map<LineKey, Map<String, Value>> lines) {
        static final OwnValues NONE = new OwnValues(Map.of(), Map.of());

        static OwnValues of(Map<String, Value> order) {
            return new OwnValues(order, Map.of());
        }

        private Map<String, Value> of(Cart.Line line) {
            return lines.getOrDefault(new LineKey(line.sku(), line.quantity().unit()), Map.of());
        }
    }
}
