package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderLine;
import io.qudao.ui.component.Cards;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.RowCard;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.Visible;
import java.util.Map;

/** The lines of an order as a grid, or as cards if the window is narrow. */
final class WorkOrderLines {
    private static final String[] QUANTITY = {"order_line.quantity", "order_line.unit"};
    private static final String[] SHIPPED = {"order_line.shipped", "order_line.base_quantity"};
    private static final String PRICE = "order_line.unit_price";
    private static final String NET = "order_line.net";

    private final Map<SkuId, Sku> skus;
    private final OwnLineFields own;

    WorkOrderLines(Order order, Catalog catalog, OwnFields ownFields) {
        this.own = new OwnLineFields(ownFields, order, true);
        this.skus = catalog.skus(order.lines().stream().map(OrderLine::sku).toList());
    }

    Grid<OrderLine> of(Order order) {
        var grid = new Grid<OrderLine>();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        var number = grid.addColumn(OrderLine::number).setHeader(Texts.of("work.line.number"));
        Visible.column(grid, number.setFlexGrow(0), "order_line.line_number");
        grid.addComponentColumn(line -> own.below(new Span(OrderTexts.goods(line)), line))
                .setHeader(Texts.of("list.goods"))
                .setFlexGrow(3);
        figure(grid, "list.quantity", line -> new QuantityText(line.ordered()), QUANTITY);
        figure(grid, "list.price", line -> new MoneyText(line.price().unit()), PRICE);
        figure(grid, "work.line.net", line -> new MoneyText(line.net()), NET);
        figure(grid, "work.line.shipped", line -> new Span(shipped(line)), SHIPPED);
        grid.setItems(order.lines());
        Cards.in(grid, Texts.of("work.order.lines"), this::card);
        return Named.as("order-lines", grid);
    }

    private RowCard card(OrderLine line) {
        return new RowCard(own.below(new Span(OrderTexts.goods(line)), line))
                .fact(Texts.of("list.quantity"), Visible.of(() -> new QuantityText(line.ordered()), QUANTITY))
                .fact(
                        Texts.of("list.price"),
                        Visible.of(() -> new MoneyText(line.price().unit()), PRICE))
                .fact(Texts.of("work.line.net"), Visible.of(() -> new MoneyText(line.net()), NET))
                .fact(Texts.of("work.line.shipped"), Visible.text(shipped(line), SHIPPED));
    }

    private static void figure(
            Grid<OrderLine> grid, String header, ValueProvider<OrderLine, Component> value, String... fields) {
        var column = grid.addComponentColumn(value).setHeader(Texts.of(header));
        Visible.column(grid, column.setTextAlign(ColumnTextAlign.END), fields);
    }

    /** Both quantities are in base units, in which goods are shipped. */
    private String shipped(OrderLine line) {
        var sku = skus.get(line.sku());
        var unit = sku == null ? "" : sku.baseUnit();
        return Texts.of(
                "work.line.shipped.of", QuantityText.number(line.shipped()), QuantityText.format(line.base(), unit));
    }
}
