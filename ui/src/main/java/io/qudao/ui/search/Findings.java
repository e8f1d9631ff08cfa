package io.qudao.ui.search;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.metadata.Label;
import io.qudao.metadata.ObjectType;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Orders;
import io.qudao.partner.Partner;
import io.qudao.partner.Partners;
import io.qudao.record.HiddenFields;
import io.qudao.record.RecordTypes;
import io.qudao.search.Search;
import io.qudao.search.SearchHit;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.catalog.CatalogNavigation;
import io.qudao.ui.ordering.OrderingNavigation;
import io.qudao.ui.partner.PartnerNavigation;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.TopBarItem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds orders by any part of their number or of their buyer's name, partners and products by name or code, and records
 * by the fields the tenant made searchable, as far as the caller may read them.
 */
@Component
class Findings implements TopBarItem {
    private static final int MOST = 6;
    private static final String NOTHING = "\u2014";
    private static final Set<String> FOUND_ELSEWHERE = Set.of("order", "partner", "product", "sku");

    private final Orders orders;
    private final Partners partners;
    private final Catalog catalog;
    private final RecordTypes types;
    private final Search search;
    private final HiddenFields hidden;

    Findings(Orders orders, Partners partners, Catalog catalog, RecordTypes types, Search search, HiddenFields hidden) {
        this.orders = orders;
        this.partners = partners;
        this.catalog = catalog;
        this.types = types;
        this.search = search;
        this.hidden = hidden;
    }

    List<Finding> of(String typed) {
        var words = typed.strip();
        return words.isEmpty()
                ? List.of()
                : Stream.of(orders(words), partners(words), goods(words), records(words))
                        .flatMap(found -> found)
                        .toList();
    }

    private Stream<Finding> orders(String words) {
        var caller = TenantScope.caller();
        if (caller.partner() == null || !caller.may("order.read")) {
            return Stream.of();
        }
        var query = new OrderQuery(OrderQuery.Side.SELL, Set.of(), words, null, MOST);
        return orders.list(query).items().stream().map(this::order);
    }

    private Finding order(OrderSummary order) {
        return new Finding(
                "order",
                title(order.number(), "order.number"),
                hidden.hides("order.buyer")
                        ? ""
                        : hidden.text("partner.name", order.parties().buyer().name()),
                OrderingNavigation.workOrder(order.id()));
    }

    private Stream<Finding> partners(String words) {
        if (!TenantScope.caller().may("partner.read")) {
            return Stream.of();
        }
        var filter = new Partners.Filter(null, null, null, null, words);
        return partners.list(filter, null, MOST).items().stream().map(this::partner);
    }

    private Finding partner(Partner partner) {
        String code = hidden.text("partner.code", partner.code());
        return new Finding(
                "partner",
                title(partner.name(), "partner.name"),
                code,
                address("partner", partner.id().value(), PartnerNavigation.search(code)));
    }

    private Stream<Finding> goods(String words) {
        return TenantScope.caller().may("catalog.read")
                ? catalog.browse(new Catalog.Filter(null, words, null), null, MOST).items().stream()
                        .map(this::goods)
                : Stream.of();
    }

    private Finding goods(Sku sku) {
        String code = hidden.text("sku.code", sku.code());
        return new Finding(
                "sku",
                title(sku.name(), "sku.name"),
                code,
                address("sku", sku.id().value(), CatalogNavigation.search(code)));
    }

    /** Records of what the tenant has made searchable. */
    private Stream<Finding> records(String words) {
        var searchable = types.visible().stream()
                .map(RecordTypes.VisibleType::type)
                .filter(type -> !FOUND_ELSEWHERE.contains(type.name()))
                .filter(type -> type.fields().stream().anyMatch(field -> field.searchable() && !field.standard()))
                .collect(Collectors.toMap(ObjectType::name, ObjectType::label));
        return searchable.isEmpty()
                ? Stream.of()
                : search.search(words, searchable.keySet(), MOST).stream()
                        .map(hit -> record(hit, Objects.requireNonNull(searchable.get(hit.object()))));
    }

    private static Finding record(SearchHit hit, Label label) {
        return new Finding(
                hit.object(),
                label.in(TenantScope.caller().locale()),
                hit.title(),
                "",
                RecordNavigation.record(hit.object(), hit.id()).substring(1));
    }

    private String title(String text, String field) {
        return hidden.hides(field) ? NOTHING : text;
    }

    /** Returns the URL of the record's page if the caller may see its object, otherwise of its place in the list. */
    private String address(String object, UUID id, String list) {
        return types.visible(object).isPresent()
                ? RecordNavigation.record(object, id).substring(1)
                : list;
    }

    @Override
    public Face face() {
        return Face.WORKSPACE;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public boolean isFor(Caller caller) {
        return true;
    }

    @Override
    public com.vaadin.flow.component.Component create() {
        return new SearchBox(this);
    }
}
