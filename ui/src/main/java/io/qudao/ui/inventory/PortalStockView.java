package io.qudao.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.inventory.Stock;
import io.qudao.inventory.StockLevel;
import io.qudao.ui.catalog.CatalogNavigation;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stock in the own warehouses of the caller's partner. */
@Route(value = InventoryNavigation.STOCK, layout = PortalLayout.class)
@PermitAll
class PortalStockView extends PortalPage implements BeforeEnterObserver {
    private static final int PAGE = 50;
    private static final String SKU = "stock_level.sku";

    private final transient Stock stock;
    private final transient Catalog catalog;
    private final Box rows = Named.as("stock-rows", new Box("q-card stock-rows"));
    private final Box more = new Box("more");

    PortalStockView(Stock stock, Catalog catalog) {
        super("portal.stock", "stock");
        this.stock = stock;
        this.catalog = catalog;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        rows.removeAll();
        getContent().add(new PageHeader(title()), rows, more);
        load(null);
    }

    private void load(@Nullable String cursor) {
        var page = stock.levels(List.of(), cursor, PAGE);
        var skus = catalog.skus(page.items().stream().map(StockLevel::sku).toList());
        for (var level : page.items()) {
            var sku = skus.get(level.sku());
            if (sku != null) {
                rows.add(row(sku, level));
            }
        }
        more.removeAll();
        var next = page.next();
        if (next != null) {
            more.add(Named.as("load-more", new Button(Texts.of("list.more"), click -> load(next))));
        }
        boolean empty = rows.getComponentCount() == 0;
        rows.setVisible(!empty);
        if (empty) {
            more.add(new EmptyState(VaadinIcon.STORAGE, Texts.of("stock.none"), Texts.of("stock.none.text")));
        }
    }

    private static Component row(Sku sku, StockLevel level) {
        var name = new Span(Visible.text(sku.name(), SKU, "sku.name"));
        name.addClassName("q-strong");
        var shownCode = Visible.text(sku.code(), SKU, "sku.code");
        var code = new Span(shownCode);
        code.addClassNames("q-muted", "q-small");
        var row = new Box(
                "stock-row",
                CatalogNavigation.tile(sku),
                new Box("q-stack q-grow", name, code),
                figure("on_hand", level.onHand(), sku),
                figure("reserved", level.reserved(), sku),
                figure("available", level.available(), sku));
        row.getElement().setAttribute("data-sku", shownCode);
        return Named.as("stock-row", row);
    }

    private static Component figure(String field, long count, Sku sku) {
        var name = new Span(Texts.of("stock." + field));
        name.addClassNames("q-muted", "q-small");
        var figure = new Box("stock-figure", name);
        Visible.of(() -> new QuantityText(count, unit(sku)), "stock_level." + field)
                .ifPresent(figure::add);
        return Named.as("stock-" + field, figure);
    }

    private static String unit(Sku sku) {
        return Visible.text(sku.baseUnit(), "sku.base_unit");
    }
}
