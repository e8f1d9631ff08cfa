package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.DistinctShop;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.StandardBusiness;
import io.qudao.testing.TestIdentity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint of modules that reads, with each field of standard objects hidden in turn: neither its value nor its
 * property is in the answer.
 */
@HttpTest
class HiddenFieldsEverywhereIntegrationTests {
    private static final String API = "/api/v1";
    private static final String SET = """
        {"label":{"en":"Blind"},"permissions":["order.read","order.create","catalog.read","price.read","stock.read",
         "partner.read","partner.subtree","credit.read","member.read"],"objects":{RIGHTS}}""";

    /** Where each endpoint has records of which objects; none where it is an answer of business. */
    private static final Map<String, Map<String, String>> GIVEN = Map.ofEntries(
            Map.entry("/partners", Map.of("partner", "/items")),
            Map.entry("/partners/{id}", Map.of("partner", "")),
            Map.entry("/accounts", Map.of("account", "/items")),
            Map.entry("/accounts/{id}", Map.of("account", "")),
            Map.entry("/categories", Map.of("category", "")),
            Map.entry("/categories/{id}", Map.of("category", "")),
            Map.entry("/products", Map.of("product", "/items", "sku", "/items/skus")),
            Map.entry("/products/{id}", Map.of("product", "", "sku", "/skus")),
            Map.entry("/products/{id}/picture", Map.of()),
            Map.entry("/skus", Map.of("sku", "/items")),
            Map.entry("/skus/{id}", Map.of("sku", "")),
            Map.entry("/price-lists", Map.of("price_list", "/items")),
            Map.entry("/price-lists/{id}", Map.of("price_list", "")),
            Map.entry("/price-lists/{id}/entries", Map.of()),
            Map.entry("/price-mode", Map.of()),
            Map.entry("/warehouses", Map.of("warehouse", "")),
            Map.entry("/stock", Map.of("stock_level", "/items")),
            Map.entry("/stock/movements", Map.of()),
            Map.entry("/orders", Map.of("order", "/items")),
            Map.entry("/orders/counts", Map.of()),
            Map.entry("/orders/{id}", Map.of("order", "/order", "order_line", "/lines")),
            Map.entry("/orders/{id}/shipments", Map.of("shipment", "")),
            Map.entry("/shipments", Map.of("shipment", "/items")),
            Map.entry("/shipments/{id}", Map.of("shipment", "")),
            Map.entry("/catalogue", Map.of()),
            Map.entry("/credit/{account}", Map.of()),
            Map.entry("/reports/reconciliation", Map.of()));

    /** Endpoints of the engine that give records of members. */
    private static final Map<String, Map<String, String>> OF_MEMBERS =
            Map.of("/members", Map.of("member", "/items"), "/me", Map.of("member", "/member"));

    /** What a field is called where not like itself. */
    private static final Map<String, String> NAMES = Map.of(
            "order.line_count", "lines",
            "order.base_units", "units",
            "order.held_exposure", "creditHold/exposure",
            "order.held_limit", "creditHold/limit",
            "order.held_over", "creditHold/over",
            "order_line.line_number", "number",
            "order_line.base_quantity", "base");

    /** Where the value of a field is that of something else, which is no field, and why. */
    private static final Map<String, String> REASONS = Map.of(
            "/price-lists/{id}/entries order_line.unit_price", "an entry's own price",
            "/catalogue order_line.unit_price", "the price now, which ordering tells whoever may order",
            "/credit/{account} order.held_limit", "the limit now",
            "/credit/{account} order.held_exposure", "the exposure now",
            "/credit/{account} order.total", "the exposure now, of one order",
            "/stock/movements order_line.shipped", "a movement of a warehouse",
            "/stock/movements shipment.shipped_at", "a movement of a warehouse",
            "/me partner.name", "the tenant's name, which is also the head office's",
            "/catalogue stock_level.available", "what can be ordered now, which ordering tells whoever may order");

    /** What says which record it is and how old; an order submitted at once is as old as its submission. */
    private static final Set<String> KEYS = Set.of("id", "version", "next", "account", "priceVersion", "createdAt");

    private static final int TELLING = 4;

    @Autowired
    private ApplicationContext context;

    private DistinctShop shop;
    private Map<String, List<String>> fields;

    /** Values by object and field, as the administrator reads them. */
    private Map<String, Set<String>> values;

    @BeforeEach
    void readWhatThereIs() {
        shop = new DistinctShop(context);
        fields = new TreeMap<>();
        values = new TreeMap<>();
        GIVEN.values().stream()
                .flatMap(given -> given.keySet().stream())
                .forEach(object -> fields.put(object, List.of()));
        fields.put("member", List.of());
        fields.replaceAll((object, none) -> shop.admin
                .get(API + "/metadata/objects/" + object)
                .json()
                .path("fields")
                .valueStream()
                .map(field -> field.path("name").asString())
                .toList());
        fields.forEach((object, names) -> {
            var records = shop.admin
                    .get(API + "/records/" + object + "?limit=200")
                    .json()
                    .path("items");
            names.forEach(name -> values.put(object + "." + name, valuesOf(records, name)));
        });
    }

    @Test
    void hidesEachFieldAtEveryEndpointOfModules() {
        assertThat(GIVEN.keySet()).containsExactlyInAnyOrderElementsOf(endpoints());
        var member = member();
        var wrong = new TreeSet<String>();
        int given = 0;
        int rounds = fields.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int round = 0; round < rounds; round++) {
            var hidden = hide(round);
            for (var endpoint : all().entrySet()) {
                given += judge(endpoint.getKey(), endpoint.getValue(), hidden, member, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(given)
                .as("fields that endpoints show to those who may see them")
                .isGreaterThan(120);
    }

    /** Returns how many of the hidden fields the endpoint shows to the administrator; adds what it shows to the member. */
    private int judge(
            String endpoint, Map<String, String> records, Set<String> hidden, ApiClient member, Set<String> wrong) {
        var open = leaves(get(shop.admin, endpoint).body());
        var answer = get(member, endpoint);
        if (answer.status() != 200) {
            assertThat(answer.status())
                    .as(endpoint + " " + hidden + answer.body())
                    .isIn(403, 404);
            return 0;
        }
        var seen = leaves(answer.body());
        int given = 0;
        for (String field : hidden) {
            var place = place(records, field);
            if (open.stream().anyMatch(leaf -> leaf.isAt(place))) {
                given++;
            }
            seen.stream()
                    .filter(leaf -> leaf.isAt(place) || tells(leaf, field, hidden))
                    .filter(leaf -> !REASONS.containsKey(endpoint + " " + field))
                    .forEach(leaf -> wrong.add(endpoint + " shows " + field + " at " + leaf));
        }
        return given;
    }

    /** Returns whether the leaf has a value that only this field has. */
    private boolean tells(Leaf leaf, String field, Set<String> hidden) {
        return leaf.value().length() >= TELLING
                && !KEYS.contains(leaf.name())
                && values.get(field).contains(leaf.value())
                && values.entrySet().stream()
                        .filter(other -> !hidden.contains(other.getKey()))
                        .noneMatch(other -> other.getValue().contains(leaf.value()));
    }

    @Test
    void neitherFindsNorSelectsNorCountsByAHiddenField() {
        var member = member();
        publish(Map.of(
                "partner", Set.of("code", "role", "parent"),
                "sku", Set.of("name", "status"),
                "product", Set.of("name", "category"),
                "order", Set.of("external_number", "status", "buyer")));
        assertThat(refusals(member, "/partners?role=distributor&below=" + shop.head + "&parent=" + shop.head))
                .containsExactly("parent:unknown_field", "below:unknown_field", "role:unknown_field");
        assertThat(refusals(member, "/skus?status=on_shelf&category=" + shop.ids.get("categories")))
                .containsExactly("category:unknown_field", "status:unknown_field");
        assertThat(refusals(member, "/orders?status=submitted")).containsExactly("status:unknown_field");
        assertThat(member.get(API + "/orders/counts").status()).isEqualTo(403);
        found(member, "/partners?text=Zcode1", 0);
        found(member, "/partners?text=Zname", 1);
        found(member, "/skus?text=Zsku%20one", 0);
        found(member, "/skus?text=Zskucode1", 1);
        found(member, "/products?text=Zproductcode", 1);
        found(buying(member), "/catalogue?text=Zsku%20one", 0);
        found(buying(member), "/catalogue?text=Zskucode1", 1);
        found(member, "/orders?number=Zexternal1", 0);
        found(member, "/orders?number=Zname", 0);
        found(shop.admin, "/orders?number=Zexternal1", 1);
        found(shop.admin, "/orders?number=Zname", 2);
        found(shop.admin, "/partners?text=Zcode1", 1);
    }

    @Test
    void pagesAListWhoseOrderIsHiddenWithoutTellingTheOrder() {
        var member = member();
        publish(Map.of("sku", Set.of("code"), "price_list", Set.of("code"), "partner", Set.of("code")));
        for (String list : List.of("/skus", "/price-lists", "/partners")) {
            var first = member.get(API + list + "?limit=1");
            var second = member.get(API + list + "?limit=1&cursor=" + first.at("/next"));
            assertThat(second.at("/items/0/id")).as(list).isNotEmpty().isNotEqualTo(first.at("/items/0/id"));
            assertThat(second.at("/next")).as(list).isEmpty();
        }
    }

    @Test
    void searchesWhatIsNotHiddenOnly() {
        var member = member();
        publish(Map.of("partner", Set.of("name", "phone"), "product", Set.of("brand"), "sku", Set.of("barcode")));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(hits(shop.admin, "Zbrand")).hasSize(1));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(hits(shop.admin, "13973010022")).hasSize(1));
        assertThat(hits(member, "Zbrand")).isEmpty();
        assertThat(hits(member, "6907301000011")).isEmpty();
        assertThat(hits(member, "13973010022")).isEmpty();
        assertThat(hits(member, "Zname")).isEmpty();
        assertThat(hits(member, "Zcode1"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.toString()).contains("Zcode1").doesNotContain("Zname"));
        assertThat(hits(member, "Zproductcode")).hasSize(1);
    }

    private static void found(ApiClient client, String path, int count) {
        var answer = client.get(API + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("items")).as(path).hasSize(count);
    }

    private static List<String> refusals(ApiClient client, String path) {
        var answer = client.get(API + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.violations();
    }

    private static List<JsonNode> hits(ApiClient client, String words) {
        return client.get(API + "/search?q=" + words)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private ApiClient member() {
        publish(Map.of());
        var invited = shop.admin.post(
                API + "/members",
                "{\"name\":\"Zmember\",\"email\":\"zmember@%s.example\",\"partners\":[\"%s\",\"%s\"],\"permissionSets\":[\"blind\"]}"
                        .formatted(shop.tenant.slug(), shop.head, shop.ids.get("partners")));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(
                context,
                shop.tenant,
                TestIdentity.personOf("zmember@" + shop.tenant.slug() + ".example")
                        .toString());
    }

    /** Hides the field of each object that is the one of this round. */
    private Set<String> hide(int round) {
        var hidden = new LinkedHashMap<String, Set<String>>();
        fields.forEach((object, names) -> {
            if (round < names.size()) {
                hidden.put(object, Set.of(names.get(round)));
            }
        });
        publish(hidden);
        return hidden.entrySet().stream()
                .map(one -> one.getKey() + "." + one.getValue().iterator().next())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void publish(Map<String, Set<String>> hidden) {
        var rights = fields.keySet().stream()
                .map(object -> "\"%s\":{\"read\":true,\"rows\":\"all\",\"hidden\":[%s]}"
                        .formatted(
                                object,
                                hidden.getOrDefault(object, Set.of()).stream()
                                        .map(name -> "\"" + name + "\"")
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        Publishing.publish(shop.admin, "permission_set/blind", SET.replace("RIGHTS", rights));
    }

    private Set<String> endpoints() {
        return StandardBusiness.endpoints(context).keySet().stream()
                .filter(endpoint -> endpoint.startsWith("GET " + API))
                .map(endpoint -> endpoint.substring("GET ".length() + API.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, String>> all() {
        var all = new TreeMap<>(GIVEN);
        all.putAll(OF_MEMBERS);
        return all;
    }

    private Answer get(ApiClient client, String endpoint) {
        return (endpoint.equals("/catalogue") ? buying(client) : client).get(path(endpoint));
    }

    /** The client acting for the distributor, who buys. */
    private ApiClient buying(ApiClient client) {
        return client.with("X-Qudao-Partner", String.valueOf(shop.ids.get("partners")));
    }

    private String path(String endpoint) {
        var things = endpoint.split("/", -1)[1];
        var path = API + endpoint.replaceAll("\\{[a-z]+}", shop.ids.getOrDefault(things, ""));
        return endpoint.equals("/stock/movements")
                ? path + "?warehouse=" + shop.ids.get("warehouse") + "&sku=" + shop.ids.get("skus")
                : path;
    }

    /** Returns where an endpoint has a field; empty if it has no records of its object. */
    private static String place(Map<String, String> records, String field) {
        var words = field.split("\\.", 2);
        var prefix = records.get(words[0]);
        return prefix == null ? "" : prefix + "/" + NAMES.getOrDefault(field, camel(words[1]));
    }

    private static String camel(String name) {
        var words = name.split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static Set<String> valuesOf(JsonNode records, String field) {
        return records.valueStream()
                .map(record -> record.path(field))
                .map(value -> value.isObject() ? value.path("amount") : value)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> normal(value.asString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Leaf> leaves(String body) {
        var leaves = new ArrayList<Leaf>();
        if (body.startsWith("{") || body.startsWith("[")) {
            collect("", tools.jackson.databind.json.JsonMapper.shared().readTree(body), leaves);
        }
        return leaves;
    }

    private static void collect(String path, JsonNode node, List<Leaf> leaves) {
        if (node.isArray()) {
            node.values().forEach(item -> collect(path, item, leaves));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), leaves));
        } else if (!node.isNull()) {
            leaves.add(new Leaf(path, normal(node.asString())));
        }
    }

    /** The same text for the same number, and for the same option. */
    private static String normal(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(text).abs().stripTrailingZeros().toPlainString()
                : text.toLowerCase(Locale.ROOT);
    }

    /** @param path names without numbers of items */
    private record Leaf(String path, String value) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        boolean isAt(String place) {
            return !place.isEmpty() && (path + "/").replace("/address/", "/").startsWith(place + "/");
        }
    }
}
