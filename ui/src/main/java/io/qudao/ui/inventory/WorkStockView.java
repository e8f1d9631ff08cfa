package io.qudao.ui.inventory;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.inventory.Stock;
import io.qudao.inventory.StockLevel;
import io.qudao.inventory.StockMovement;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.Slice;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Cards;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Listing;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.RowCard;
import io.qudao.ui.component.SearchField;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The stock by warehouse, and the movements behind each figure. */
@Route(value = InventoryNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkStockView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String ON_HAND = "stock_level.on_hand";
    private static final String PLACE = "stock_level.warehouse";

    private final transient Stock stock;
    private final transient Catalog catalog;
    private final Map<SkuId, Sku> known = new HashMap<>();
    private final Map<Object, String> places = new HashMap<>();
    private final TextField text = new TextField();
    private final Listing<StockLevel> list;

    WorkStockView(Stock stock, Warehouses warehouses, Catalog catalog, RecordNavigation records) {
        this.stock = stock;
        this.catalog = catalog;
        this.list = new Listing<>(
                this::page,
                () -> new EmptyState(
                        VaadinIcon.STORAGE, Texts.of("work.stock.none"), Texts.of("work.stock.none.text")));
        addClassName("work-page");
        warehouses.mine().forEach(each -> places.put(each.id(), Visible.title(each.name(), "warehouse.name")));
        SearchField.prepare(text, "list.goods.search", list::reload);
        var grid = Named.as("stock", list.grid());
        grid.addColumn(level -> name(level.sku()))
                .setHeader(Texts.of("list.goods"))
                .setFlexGrow(3);
        Visible.column(
                grid,
                grid.addColumn(level -> places.getOrDefault(level.warehouse(), ""))
                        .setHeader(Texts.of("work.stock.place")),
                PLACE);
        figure(grid, "on_hand", StockLevel::onHand);
        figure(grid, "reserved", StockLevel::reserved);
        figure(grid, "available", StockLevel::available);
        Cards.in(grid, getPageTitle(), this::card);
        if (Visible.is(ON_HAND)) {
            grid.addItemClickListener(click -> movements(click.getItem()));
        }
        var header = new PageHeader(Texts.of("work.nav.stock")).action(records.list("warehouse"));
        add(header, new Box("q-row", text), list);
        list.reload();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.stock");
    }

    private RowCard card(StockLevel level) {
        var unit = unit(level.sku());
        return new RowCard(name(level.sku()))
                .fact(Texts.of("work.stock.place"), Visible.is(PLACE) ? places.get(level.warehouse()) : null)
                .fact(Texts.of("stock.on_hand"), figure("on_hand", level.onHand(), unit))
                .fact(Texts.of("stock.reserved"), figure("reserved", level.reserved(), unit))
                .fact(Texts.of("stock.available"), figure("available", level.available(), unit));
    }

    private static Optional<QuantityText> figure(String name, long value, String unit) {
        return Visible.of(() -> new QuantityText(value, unit), "stock_level." + name);
    }

    private void figure(Grid<StockLevel> grid, String name, ToLongFunction<StockLevel> value) {
        var column = grid.addComponentColumn(level -> new QuantityText(value.applyAsLong(level), unit(level.sku())));
        Visible.column(
                grid,
                column.setHeader(Texts.of("stock." + name)).setTextAlign(ColumnTextAlign.END),
                "stock_level." + name);
    }

    private Slice<StockLevel> page(@Nullable String cursor) {
        var wanted = List.<SkuId>of();
        if (!text.getValue().isBlank()) {
            var filter = new Catalog.Filter(null, text.getValue().strip(), null);
            wanted = catalog.browse(filter, null, 200).items().stream()
                    .map(Sku::id)
                    .toList();
            if (wanted.isEmpty()) {
                return new Slice<>(List.of(), null);
            }
        }
        var page = stock.levels(wanted, cursor, 50);
        known.putAll(catalog.skus(page.items().stream().map(StockLevel::sku).toList()));
        return page;
    }

    private String name(SkuId id) {
        var sku = known.get(id);
        return sku == null || !Visible.is("stock_level.sku")
                ? ""
                : (Visible.text(sku.code(), "sku.code") + " " + Visible.text(sku.name(), "sku.name")).strip();
    }

    private String unit(SkuId id) {
        var sku = known.get(id);
        return sku == null ? "" : Visible.text(sku.baseUnit(), "sku.base_unit");
    }

    private void movements(StockLevel level) {
        var dialog = new Dialog(name(level.sku()));
        dialog.setWidth("min(720px, 100%)");
        var listing = new Listing<StockMovement>(
                cursor -> stock.movements(level.warehouse(), level.sku(), cursor, 50),
                () -> new EmptyState(
                        VaadinIcon.STORAGE, Texts.of("work.stock.unmoved"), Texts.of("work.stock.none.text")));
        var grid = Named.as("movements", listing.grid());
        grid.addComponentColumn(move -> new MomentText(move.at())).setHeader(Texts.of("work.stock.when"));
        grid.addColumn(move -> Texts.of("movement." + move.kind())).setHeader(Texts.of("work.stock.why"));
        grid.addComponentColumn(move -> new QuantityText(move.quantity(), unit(level.sku())))
                .setHeader(Texts.of("list.quantity"))
                .setTextAlign(ColumnTextAlign.END);
        Cards.in(
                grid,
                name(level.sku()),
                move -> new RowCard(Texts.of("movement." + move.kind()))
                        .state(new QuantityText(move.quantity(), unit(level.sku())))
                        .fact(Texts.of("work.stock.when"), new MomentText(move.at())));
        dialog.add(listing);
        listing.reload();
        dialog.open();
    }
}
