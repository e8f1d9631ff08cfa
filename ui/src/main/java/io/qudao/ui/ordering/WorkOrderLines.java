package io.qudao.ui.ordering;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
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
import java.util.Map;

/** The lines of an order as a grid, or as cards if the window is narrow. */
final class WorkOrderLines {
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
        grid.addColumn(OrderLine::number)
                .setHeader(Texts.of("work.line.number"))
                .setFlexGrow(0);
        grid.addComponentColumn(line -> own.below(new Span(goods(line)), line))
                .setHeader(Texts.of("list.goods"))
                .setFlexGrow(3);
        grid.addComponentColumn(line -> new QuantityText(line.ordered()))
                .setHeader(Texts.of("list.quantity"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(line -> new MoneyText(line.price().unit()))
                .setHeader(Texts.of("list.price"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(line -> new MoneyText(line.net()))
                .setHeader(Texts.of("work.line.net"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(line -> new Span(shipped(line)))
                .setHeader(Texts.of("work.line.shipped"))
                .setFlexGrow(2)
                .setTextAlign(ColumnTextAlign.END);
        grid.setItems(order.lines());
        Cards.in(grid, Texts.of("work.order.lines"), this::card);
        return Named.as("order-lines", grid);
    }

    private RowCard card(OrderLine line) {
        return new RowCard(own.below(new Span(goods(line)), line))
                .fact(Texts.of("list.quantity"), new QuantityText(line.ordered()))
                .fact(Texts.of("list.price"), new MoneyText(line.price().unit()))
                .fact(Texts.of("work.line.net"), new MoneyText(line.net()))
                .fact(Texts.of("work.line.shipped"), shipped(line));
    }

    private static String goods(OrderLine line) {
        return line.skuCode() + " " + line.skuName();
    }

    /** Both quantities are in base units, in which goods are shipped. */
    private String shipped(OrderLine line) {
        var sku = skus.get(line.sku());
        var unit = sku == null ? "" : sku.baseUnit();
        return Texts.of(
                "work.line.shipped.of", QuantityText.number(line.shipped()), QuantityText.format(line.base(), unit));
    }
}
