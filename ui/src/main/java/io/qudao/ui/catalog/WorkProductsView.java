package io.qudao.ui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.catalog.Catalog;
import io.qudao.catalog.Category;
import io.qudao.catalog.Sku;
import io.qudao.catalog.Unit;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Cards;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Listing;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The SKUs of the catalogue with their units. */
@Route(value = CatalogNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkProductsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String NAME = "sku.name";
    private static final String UNIT = "sku.base_unit";
    private static final String BARCODE = "sku.barcode";
    private static final String STATUS = "sku.status";
    private static final String[] CATEGORY = {"product.category", "category.name"};

    private final TextField text = new TextField();
    private final Select<Category> category = new Select<>();
    private final Listing<Sku> list;

    WorkProductsView(Catalog catalog, RecordNavigation records) {
        this.list = new Listing<>(
                cursor -> catalog.browse(filter(), cursor, 50),
                () -> new EmptyState(
                        VaadinIcon.PACKAGE, Texts.of("work.products.none"), Texts.of("work.products.none.text")));
        addClassName("work-page");
        var categories = catalog.categories();
        var names = new HashMap<Object, String>();
        categories.forEach(each -> names.put(each.id(), each.name()));
        category.setItems(categories);
        category.setEmptySelectionAllowed(true);
        category.setPlaceholder(Texts.of("work.products.category"));
        category.setAriaLabel(Texts.of("work.products.category"));
        category.setItemLabelGenerator(each -> each == null ? Texts.of("work.products.all") : each.name());
        category.addValueChangeListener(change -> list.reload());
        category.setVisible(Visible.is(CATEGORY));
        SearchField.prepare(text, "list.goods.search", list::reload);
        columns(names, records.links("sku"));
        var header = new PageHeader(Texts.of("work.nav.products"))
                .action(records.list("product"))
                .action(records.create("sku"));
        add(header, new Box("q-row wrap", text, category), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SearchField.enter(text, event.getLocation());
        list.reload();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.products");
    }

    private Catalog.Filter filter() {
        var chosen = category.getValue();
        return new Catalog.Filter(
                chosen == null ? null : chosen.id(),
                text.getValue().isBlank() ? null : text.getValue().strip(),
                null);
    }

    private void columns(Map<Object, String> categories, BiFunction<UUID, String, Component> links) {
        var grid = Named.as("products", list.grid());
        grid.addComponentColumn(sku -> links.apply(sku.id().value(), code(sku))).setHeader(Texts.of("list.code"));
        Visible.column(
                grid, grid.addColumn(Sku::name).setHeader(Texts.of("list.name")).setFlexGrow(3), NAME);
        Visible.column(
                grid,
                grid.addColumn(sku -> categories.getOrDefault(sku.category(), ""))
                        .setHeader(Texts.of("work.products.category")),
                CATEGORY);
        Visible.column(
                grid,
                grid.addColumn(WorkProductsView::units)
                        .setHeader(Texts.of("work.products.units"))
                        .setFlexGrow(2),
                UNIT);
        Visible.column(grid, grid.addColumn(Sku::barcode).setHeader(Texts.of("work.products.barcode")), BARCODE);
        Visible.column(
                grid,
                grid.addComponentColumn(sku -> SkuBadge.of(sku.status())).setHeader(Texts.of("list.status")),
                STATUS);
        Cards.in(
                grid,
                getPageTitle(),
                sku -> new RowCard(links.apply(sku.id().value(), Visible.title(sku.name(), NAME)))
                        .state(Visible.of(() -> SkuBadge.of(sku.status()), STATUS))
                        .fact(Texts.of("list.code"), code(sku))
                        .fact(
                                Texts.of("work.products.category"),
                                Visible.text(categories.getOrDefault(sku.category(), ""), CATEGORY))
                        .fact(Texts.of("work.products.units"), Visible.text(units(sku), UNIT))
                        .fact(Texts.of("work.products.barcode"), Visible.is(BARCODE) ? sku.barcode() : null));
    }

    private static String code(Sku sku) {
        return Visible.title(sku.code(), "sku.code");
    }

    private static String units(Sku sku) {
        return sku.units().stream()
                .map(unit -> QuantityText.unit(unit.code()) + factor(unit, sku))
                .collect(Collectors.joining(" · "));
    }

    private static String factor(Unit unit, Sku sku) {
        var base = unit.base(1);
        return unit.code().equals(sku.baseUnit()) || base.isEmpty()
                ? ""
                : " = " + QuantityText.format(base.getAsLong(), sku.baseUnit());
    }
}
