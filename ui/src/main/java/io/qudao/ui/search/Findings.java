package io.qudao.ui.search;

import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.Orders;
import io.qudao.record.RecordTypes;
import io.qudao.search.Search;
import io.qudao.search.SearchHit;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.TopBarItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Partners and products by words, orders by number: those that the caller may see. */
@Component
class Findings implements TopBarItem {
    static final String ORDER = "order";

    private static final Set<String> BY_WORDS = Set.of("partner", "product");
    private static final int MOST_ORDERS = 5;
    private static final int MOST = 12;

    private final Search search;
    private final Orders orders;
    private final RecordTypes types;
    private final JsonMapper json;

    Findings(Search search, Orders orders, RecordTypes types, JsonMapper json) {
        this.search = search;
        this.orders = orders;
        this.types = types;
        this.json = json;
    }

    List<Finding> of(String typed) {
        var words = typed.strip();
        return words.isEmpty()
                ? List.of()
                : Stream.concat(byNumber(words), byWords(words)).toList();
    }

    private Stream<Finding> byNumber(String words) {
        if (!TenantScope.caller().may("order.read")) {
            return Stream.of();
        }
        var query = new OrderQuery(OrderQuery.Side.SELL, Set.of(), false, words, null, MOST_ORDERS);
        return orders.list(query).items().stream()
                .map(order -> new Finding(
                        ORDER,
                        order.id().value(),
                        order.number(),
                        order.parties().buyer().name()));
    }

    private Stream<Finding> byWords(String words) {
        var readable = BY_WORDS.stream()
                .filter(object -> types.visible(object).isPresent())
                .collect(Collectors.toSet());
        return readable.isEmpty()
                ? Stream.of()
                : search.search(words, readable, MOST).stream().map(this::found);
    }

    private Finding found(SearchHit hit) {
        var code = json.readTree(hit.payload()).path("code").asString("");
        return new Finding(hit.object(), hit.id(), hit.title(), code);
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
