package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.qudao.cart.Cart;
import io.qudao.cart.Carts;
import io.qudao.catalog.Catalog;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.SkuStatus;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Offer;
import io.qudao.ordering.Offers;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalogue of the caller's current supplier, with the caller's own prices. */
@Route(value = ShopNavigation.CATALOGUE, layout = PortalLayout.class)
@PermitAll
class PortalCatalogueView extends PortalPage implements BeforeEnterObserver {
    private static final int PAGE = 24;
    private static final String[] SHELVES = {"product.category", "category.parent"};

    private final transient Offers offers;
    private final transient Catalog catalog;
    private final transient Carts carts;
    private final transient Suppliers suppliers;
    private final Box cards = Named.as("offers", new Box("offers"));
    private final Box more = new Box("more");
    private transient Catalog.Filter filter = Catalog.Filter.ALL;

    PortalCatalogueView(Offers offers, Catalog catalog, Carts carts, Suppliers suppliers) {
        super("portal.catalogue", "catalogue");
        this.offers = offers;
        this.catalog = catalog;
        this.carts = carts;
        this.suppliers = suppliers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        filter = filter(event.getLocation());
        suppliers
                .current()
                .ifPresentOrElse(
                        this::show,
                        () -> getContent()
                                .add(new EmptyState(
                                        VaadinIcon.SHOP,
                                        Texts.of("catalogue.no_supplier"),
                                        Texts.of("catalogue.no_supplier.text"))));
    }

    private static Catalog.Filter filter(Location location) {
        var parameters = location.getQueryParameters();
        var text = parameters
                .getSingleParameter("q")
                .filter(typed -> !typed.isBlank())
                .orElse(null);
        var category = parameters
                .getSingleParameter("category")
                .filter(chosen -> Visible.is(SHELVES))
                .map(PortalCatalogueView::category)
                .orElse(null);
        return new Catalog.Filter(category, text, SkuStatus.ON_SHELF);
    }

    private static @Nullable CategoryId category(String id) {
        try {
            return new CategoryId(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private void show(Supplier supplier) {
        var shelves = new CategoryTree(Visible.is(SHELVES) ? catalog.categories() : List.of(), filter.category());
        var text = filter.text();
        var header = new PageHeader(text == null ? title() : Texts.of("catalogue.found", text));
        header.actions(new SupplierChoice(suppliers, supplier));
        cards.removeAll();
        getContent()
                .add(
                        header,
                        shelves.chips(),
                        new Box("catalogue-columns", shelves.tree(), new Box("q-grow", cards, more)));
        load(supplier, null);
    }

    private void load(Supplier supplier, @Nullable String cursor) {
        var page = offers.browse(supplier.id(), filter, cursor, PAGE);
        page.items().forEach(offer -> cards.add(new OfferCard(offer, chosen -> open(supplier, chosen))));
        more.removeAll();
        var next = page.next();
        if (next != null) {
            more.add(Named.as("load-more", new Button(Texts.of("list.more"), click -> load(supplier, next))));
        } else if (cards.getComponentCount() == 0) {
            more.add(nothing());
        }
    }

    private Component nothing() {
        var all = new Anchor("/" + ShopNavigation.CATALOGUE, Texts.of("catalogue.all"));
        return new EmptyState(
                VaadinIcon.SEARCH,
                Texts.of("catalogue.nothing"),
                Texts.of(filter.text() == null ? "catalogue.nothing.text" : "catalogue.nothing.searched"),
                all);
    }

    private void open(Supplier supplier, Offer offer) {
        new SkuSheet(offer, carts.of(supplier.id()), quantity -> put(supplier, offer, quantity)).open();
    }

    private void put(Supplier supplier, Offer offer, Quantity quantity) {
        carts.add(supplier.id(), List.of(new Cart.Line(offer.sku().id(), quantity)));
        CartChanged.tell();
        Notices.done(
                Texts.of("cart.added", Visible.title(offer.sku().name(), "sku.name"), QuantityText.format(quantity)));
    }
}
