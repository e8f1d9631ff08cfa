package io.qudao.ui.pricing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.Slice;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.pricing.PriceEntry;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Cards;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Listing;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.RowCard;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Price lists, and the entries of the chosen one. */
@Route(value = PricingNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkPricesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String NAME = "price_list.name";
    private static final String SELLER = "price_list.seller";
    private static final String SCOPE = "price_list.scope";
    private static final String KEY = "price_list.scope_key";

    private final transient PriceLists prices;
    private final transient Catalog catalog;
    private final transient Partners partners;
    private final Map<SkuId, String> names = new HashMap<>();
    private final Map<PartnerId, String> parties = new HashMap<>();
    private final Box entries = new Box("work-main");

    WorkPricesView(PriceLists prices, Catalog catalog, Partners partners, RecordNavigation records) {
        this.prices = prices;
        this.catalog = catalog;
        this.partners = partners;
        addClassName("work-page");
        var lists = new Listing<PriceList>(
                cursor -> withParties(prices.list(null, cursor, 50)),
                () -> new EmptyState(
                        VaadinIcon.MONEY, Texts.of("work.prices.none"), Texts.of("work.prices.none.text")));
        var grid = Named.as("price-lists", lists.grid());
        var links = records.links("price_list");
        grid.addComponentColumn(list -> links.apply(list.id().value(), code(list)))
                .setHeader(Texts.of("list.code"));
        Visible.column(
                grid,
                grid.addColumn(PriceList::name).setHeader(Texts.of("list.name")).setFlexGrow(2),
                NAME);
        Visible.column(
                grid,
                grid.addColumn(list -> parties.get(list.seller()))
                        .setHeader(Texts.of("work.prices.seller"))
                        .setFlexGrow(2),
                SELLER);
        Visible.column(
                grid,
                grid.addColumn(list -> Texts.of("scope." + list.scope())).setHeader(Texts.of("work.prices.scope")),
                SCOPE);
        Visible.column(grid, grid.addColumn(this::whom).setHeader(Texts.of("work.prices.for")), KEY);
        Visible.column(
                grid,
                grid.addColumn(PriceList::priority).setHeader(Texts.of("work.prices.priority")),
                "price_list.priority");
        Cards.in(grid, getPageTitle(), list -> card(list, links));
        grid.asSingleSelect().addValueChangeListener(change -> show(change.getValue()));
        add(new PageHeader(Texts.of("work.nav.prices")).action(records.create("price_list")), lists, entries);
        lists.reload();
    }

    private RowCard card(PriceList list, BiFunction<UUID, String, Component> links) {
        return new RowCard(links.apply(list.id().value(), name(list)))
                .fact(Texts.of("list.code"), code(list))
                .fact(Texts.of("work.prices.seller"), Visible.is(SELLER) ? parties.get(list.seller()) : null)
                .fact(Texts.of("work.prices.scope"), Visible.text(Texts.of("scope." + list.scope()), SCOPE))
                .fact(Texts.of("work.prices.for"), Visible.is(KEY) ? whom(list) : null);
    }

    private static String code(PriceList list) {
        return Visible.title(list.code(), "price_list.code");
    }

    private static String name(PriceList list) {
        return Visible.title(list.name(), NAME);
    }

    private RowCard card(PriceEntry entry) {
        var card = new RowCard(names.getOrDefault(entry.sku(), ""))
                .fact(Texts.of("work.prices.unit"), QuantityText.unit(entry.unit()))
                .fact(Texts.of("work.prices.minimum"), QuantityText.format(entry.minimum(), entry.unit()))
                .fact(Texts.of("list.price"), new MoneyText(entry.price()));
        return entry.until() == null ? card : card.fact(Texts.of("work.prices.until"), end(entry));
    }

    /** Returns the buyer's name, or the group or region unchanged. */
    private @Nullable String whom(PriceList list) {
        var buyer = buyer(list);
        return buyer.isPresent()
                ? parties.getOrDefault(buyer.get(), Texts.of("records.not.readable"))
                : list.scopeKey();
    }

    private Slice<PriceList> withParties(Slice<PriceList> page) {
        var ids = page.items().stream()
                .flatMap(list -> Stream.concat(Stream.of(list.seller()), buyer(list).stream()))
                .distinct()
                .toList();
        partners.byIds(ids).forEach((id, partner) -> parties.put(id, Visible.title(partner.name(), "partner.name")));
        return page;
    }

    private static Optional<PartnerId> buyer(PriceList list) {
        return Optional.ofNullable(list.scopeKey())
                .filter(key -> list.scope() == PriceScope.CONTRACT)
                .map(key -> new PartnerId(UUID.fromString(key)));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.prices");
    }

    private void show(@Nullable PriceList list) {
        entries.removeAll();
        if (list == null) {
            return;
        }
        var listing = new Listing<PriceEntry>(
                cursor -> named(prices.entries(list.id(), null, cursor, 50)),
                () -> new EmptyState(
                        VaadinIcon.MONEY, Texts.of("work.prices.empty"), Texts.of("work.prices.none.text")));
        var grid = Named.as("price-entries", listing.grid());
        grid.addColumn(entry -> names.getOrDefault(entry.sku(), ""))
                .setHeader(Texts.of("list.goods"))
                .setFlexGrow(3);
        grid.addColumn(entry -> QuantityText.unit(entry.unit())).setHeader(Texts.of("work.prices.unit"));
        grid.addColumn(entry -> QuantityText.format(entry.minimum(), entry.unit()))
                .setHeader(Texts.of("work.prices.minimum"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(entry -> new MoneyText(entry.price()))
                .setHeader(Texts.of("list.price"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(WorkPricesView::since).setHeader(Texts.of("work.prices.from"));
        grid.addComponentColumn(WorkPricesView::end).setHeader(Texts.of("work.prices.until"));
        Cards.in(grid, name(list), this::card);
        entries.add(new H2(name(list)), listing);
        listing.reload();
    }

    /**
     * Returns the last day of a price that ends with a day, otherwise the instant of its end; empty if it has no end.
     */
    private static Component end(PriceEntry entry) {
        var until = entry.until();
        if (until == null) {
            return new Div();
        }
        var local = until.atZone(TenantScope.caller().tenant().zone());
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Span(Texts.of(
                        "work.prices.until.day",
                        local.toLocalDate().minusDays(1).toString()))
                : new MomentText(until);
    }

    /**
     * Returns the first day of a price that starts with a day, otherwise the instant of its start; empty if it has none.
     */
    private static Component since(PriceEntry entry) {
        if (entry.from().equals(Instant.EPOCH)) {
            return new Div();
        }
        var local = entry.from().atZone(TenantScope.caller().tenant().zone());
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new Span(local.toLocalDate().toString())
                : new MomentText(entry.from());
    }

    private static String goods(Sku sku) {
        return (Visible.text(sku.code(), "sku.code") + " " + Visible.text(sku.name(), "sku.name")).strip();
    }

    private Slice<PriceEntry> named(Slice<PriceEntry> page) {
        catalog.skus(page.items().stream().map(PriceEntry::sku).toList())
                .forEach((id, sku) -> names.put(id, goods(sku)));
        return page;
    }
}
