package io.qudao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnPathRenderer;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Placement;
import io.qudao.metadata.Releases;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.partner.Partner;
import io.qudao.record.Query;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** The pages of the standard business, with each field of standard objects hidden in turn. */
class HiddenFieldsOnPagesIntegrationTests extends PageTest {
    private static final List<String> OBJECTS = List.of(
            "partner",
            "account",
            "category",
            "product",
            "sku",
            "price_list",
            "warehouse",
            "stock_level",
            "order",
            "order_line",
            "shipment");
    private static final String SET = """
        {"label":{"en":"Blind"},"permissions":["order.read","order.create","order.submit","order.approve","order.ship",
         "order.receive","catalog.read","price.read","stock.read","partner.read","partner.edit","partner.subtree",
         "credit.read","credit.edit"],"objects":{RIGHTS}}""";

    /** Where the value of a field is that of something else, which is no field, and why; by page and field. */
    private static final Map<String, String> REASONS = Map.of(
            "work/products order_line.unit", "a unit of the goods",
            " order.total", "the exposure now, of one order",
            "work/orders/ partner.name", "whoever acted, whom the fixture calls like their partner",
            "orders/ partner.name", "whoever acted, whom the fixture calls like their partner");

    /** What a page says of whoever looks at it: the names of the partner they act for, and of the brand. */
    private static final Set<String> ONESELF = Set.of("partner.name", "partner.code", "partner.role");

    private static final int TELLING = 3;

    private Set<String> labels = Set.of();
    private String order = "";
    private String sold = "";
    private Map<String, Set<String>> values = Map.of();

    @BeforeEach
    void trade() {
        order = ((Submission.Accepted) trade.throughTheHouse(trade.outlet, false))
                .order()
                .id()
                .value()
                .toString();
        trade.submit(2, "case");
        sold = sell();
        publish(Set.of());
        values = TenantScope.call(Caller.platform(trade.tenant).reading(Locale.ENGLISH), this::valuesOfAll);
        labels = types().stream()
                .flatMap(type -> type.fields().stream())
                .map(field -> field.label().in(Locale.ENGLISH))
                .collect(Collectors.toSet());
    }

    /** The head office sells and ships to the distributor. */
    private String sell() {
        var lines = List.of(
                new OrderDraft.Line(trade.cola.id(), new Quantity(31, "each")),
                new OrderDraft.Line(trade.tea.id(), new Quantity(17, "each")));
        var draft = OrderDraft.of(trade.head.id(), trade.distributor.id(), lines);
        var options = new Orders.PlaceOptions(Ids.next().toString(), true, null);
        var placed =
                trade.as(trade.distributor, () -> context.getBean(Orders.class).place(draft, options));
        OrderId id = ((Submission.Accepted) placed).order().id();
        trade.as(trade.head, () -> context.getBean(Orders.class).approve(id, null));
        trade.as(trade.head, () -> context.getBean(Shipments.class).ship(id, ShipOptions.everything()));
        return id.value().toString();
    }

    @Test
    void showsNoHiddenFieldToTheBrand() {
        check(trade.head, "work", "work/orders?show=all", "work/orders/" + sold, "work/partners", "work/products");
        check(trade.head, "work/prices", "work/stock");
    }

    @Test
    void showsNoHiddenFieldToPartners() {
        check(trade.distributor, "", "business", "customers", "orders/" + order, "stock");
        check(trade.outlet, "catalogue", "cart", "orders", "orders/" + order, "receipts");
    }

    private void check(Partner partner, String... addresses) {
        var wrong = new TreeSet<String>();
        int hidden = 0;
        for (var fields : rounds()) {
            publish(fields);
            hidden += fields.size();
            var caller = member(partner, "blind", Locale.ENGLISH);
            for (String address : addresses) {
                var words = words(caller, address);
                fields.forEach(field -> telling(field, fields).stream()
                        .filter(value -> !isOfOneself(partner, field, value))
                        .filter(value -> !REASONS.containsKey(page(address) + " " + field))
                        .filter(value -> words.stream().anyMatch(word -> says(word, value)))
                        .forEach(value -> wrong.add("/" + address + " shows " + field + " by " + value)));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(hidden).isGreaterThan(70);
    }

    /** One field of each object after another, and those together that have the same values. */
    private List<Set<String>> rounds() {
        var rounds = new ArrayList<Set<String>>(List.of(
                Set.of("sku.name", "product.name", "order_line.sku_name"),
                Set.of("sku.code", "product.code", "order_line.sku_code"),
                Set.of("partner.code", "partner.name"),
                Set.of("warehouse.code", "warehouse.name"),
                Set.of("order.number", "shipment.number")));
        var types = types();
        int most = types.stream().mapToInt(type -> fields(type).size()).max().orElseThrow();
        for (int index = 0; index < most; index++) {
            int at = index;
            rounds.add(types.stream()
                    .filter(type -> at < fields(type).size())
                    .map(type -> type.name() + "." + fields(type).get(at).name())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return rounds;
    }

    /** The same pages say all of that to those who may see it: the check would find it. */
    @Test
    void findsWhatIsNotHidden() {
        var caller = member(trade.head, "blind", Locale.ENGLISH);
        var words = new ArrayList<String>();
        for (String address :
                List.of("work/orders/" + sold, "work/products", "work/prices", "work/stock", "customers")) {
            words.addAll(words(caller, address));
        }
        for (String field : List.of(
                "order.number",
                "order.status",
                "order.total",
                "order_line.sku_name",
                "partner.name",
                "partner.code",
                "sku.name",
                "sku.code",
                "price_list.code",
                "stock_level.on_hand",
                "shipment.number",
                "category.name")) {
            assertThat(values.get(field))
                    .as(field)
                    .anySatisfy(value -> assertThat(words).anyMatch(word -> says(word, value)));
        }
    }

    private static boolean says(String word, String value) {
        return value.codePoints().allMatch(Character::isDigit)
                ? word.matches(".*\\b" + value + "\\b.*")
                : word.contains(value);
    }

    /** The address without the order that it is of. */
    private String page(String address) {
        return address.replace(order, "").replace(sold, "");
    }

    private boolean isOfOneself(Partner partner, String field, String value) {
        return ONESELF.contains(field)
                && Stream.of(partner.name(), partner.code(), Texts.of("role." + partner.role()), trade.head.name())
                        .anyMatch(value::equals);
    }

    /** Returns the values that only this field has. */
    private Set<String> telling(String field, Set<String> hidden) {
        var others = values.entrySet().stream()
                .filter(other -> !hidden.contains(other.getKey()))
                .flatMap(other -> other.getValue().stream())
                .toList();
        return values.get(field).stream()
                .filter(value -> value.length() >= TELLING && !labels.contains(value))
                .filter(value -> others.stream().noneMatch(other -> other.contains(value)))
                .collect(Collectors.toSet());
    }

    private List<String> words(Caller caller, String address) {
        open(caller, address);
        return TenantScope.call(caller, () -> {
            var words = new ArrayList<>(words());
            all(UI.getCurrent()).forEach(component -> {
                component
                        .getElement()
                        .getAttributeNames()
                        .forEach(name -> words.add(component.getElement().getAttribute(name)));
                if (component instanceof Grid<?> grid) {
                    words.addAll(texts(grid));
                }
            });
            return words;
        });
    }

    /** The texts of columns without components. */
    private static <T> List<String> texts(Grid<T> grid) {
        var items = grid.getListDataView().getItems().toList();
        return grid.getColumns().stream()
                .map(Grid.Column::getRenderer)
                .filter(renderer -> renderer instanceof ColumnPathRenderer<?>)
                .map(renderer -> HiddenFieldsOnPagesIntegrationTests.<T>provider(renderer))
                .flatMap(provider -> items.stream().map(item -> String.valueOf(provider.apply(item))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> ValueProvider<T, ?> provider(Renderer<?> renderer) {
        return Objects.requireNonNull((ValueProvider<T, ?>) ReflectionTestUtils.getField(renderer, "provider"));
    }

    private void publish(Set<String> hidden) {
        var rights = OBJECTS.stream()
                .map(object -> "\"%s\":{\"read\":true,\"rows\":\"all\",\"hidden\":[%s]}"
                        .formatted(
                                object,
                                hidden.stream()
                                        .filter(field -> field.startsWith(object + "."))
                                        .map(field -> "\"" + field.substring(object.length() + 1) + "\"")
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        TenantScope.run(member(trade.head, "brand_admin", Locale.ENGLISH), () -> {
            var releases = context.getBean(Releases.class);
            releases.put(new Component(ComponentKind.PERMISSION_SET, "blind", SET.replace("RIGHTS", rights)));
            releases.publish("Blind");
        });
    }

    private List<ObjectType> types() {
        return TenantScope.call(Caller.platform(trade.tenant), () -> {
            var release = context.getBean(Metadata.class).current();
            return OBJECTS.stream()
                    .map(name -> release.object(name).orElseThrow())
                    .toList();
        });
    }

    private static List<Field> fields(ObjectType type) {
        return type.fields().stream()
                .filter(field -> field.placement() instanceof Placement.Column)
                .toList();
    }

    private Map<String, Set<String>> valuesOfAll() {
        var all = new TreeMap<String, Set<String>>();
        for (var type : types()) {
            var rows = context.getBean(Records.class)
                    .list(Query.of(type.name()).first(Query.MOST))
                    .rows();
            fields(type).forEach(field -> all.put(type.name() + "." + field.name(), texts(field, rows)));
        }
        return all;
    }

    /** The values as pages say them. */
    private static Set<String> texts(Field field, List<Row> rows) {
        var texts = new HashSet<String>();
        for (var row : rows) {
            switch (row.value(field.name())) {
                case Value.Text(var text) -> texts.add(label(field, text));
                case Value.Int(var number) -> texts.add(QuantityText.number(number));
                case Value.Amount(var money) -> texts.add(MoneyText.format(money));
                case Value.Decimal(var number) -> texts.add(number.setScale(2).toPlainString());
                default -> {}
            }
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static String label(Field field, String text) {
        return field.options().stream()
                .filter(option -> option.value().equals(text))
                .findFirst()
                .map(option -> option.label().in(Locale.ENGLISH))
                .orElse(text);
    }
}
