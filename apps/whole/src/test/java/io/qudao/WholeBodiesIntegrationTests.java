package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.DistinctShop;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.StandardBusiness;
import io.qudao.testing.TestIdentity;
import java.util.List;
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
import tools.jackson.databind.node.ObjectNode;

/** Whoever reads a record and sends the same back changes nothing, whatever is hidden from him (DD099). */
@HttpTest
class WholeBodiesIntegrationTests {
    private static final String API = "/api/v1";
    private static final String SET = """
        {"label":{"en":"Clerk"},"permissions":["catalog.read","catalog.edit","price.read","price.edit","partner.read",
         "partner.edit","partner.subtree"],"objects":{RIGHTS}}""";

    /** The objects that each endpoint replaces; it takes these properties of what it shows. */
    private static final Map<String, Whole> REPLACED = new TreeMap<>(Map.of(
            "/partners/{id}",
            new Whole(Set.of("partner"), Set.of("code", "name", "role", "tier", "parent", "status", "address")),
            "/accounts/{id}",
            new Whole(Set.of("account"), Set.of("priceGroup", "regions", "status")),
            "/categories/{id}",
            new Whole(Set.of("category"), Set.of("code", "name", "parent")),
            "/products/{id}",
            new Whole(Set.of("product", "sku"), Set.of("code", "name", "brand", "category", "skus")),
            "/price-lists/{id}",
            new Whole(
                    Set.of("price_list"),
                    Set.of("code", "name", "scope", "scopeKey", "priority", "currency", "active"))));

    /** What is no record, or has one part only. */
    private static final Set<String> SINGLE =
            Set.of("/credit/{account}/limit", "/price-mode", "/products/{id}/picture");

    private static final Set<String> OF_SKUS = Set.of("code", "name", "barcode", "baseUnit", "status");

    @Autowired
    private ApplicationContext context;

    private DistinctShop shop;

    @BeforeEach
    void open() {
        shop = new DistinctShop(context);
    }

    private record Whole(Set<String> objects, Set<String> properties) {}

    @Test
    void keepsWhateverIsHidden() {
        var endpoints = new TreeSet<>(REPLACED.keySet());
        endpoints.addAll(SINGLE);
        assertThat(endpoints()).isEqualTo(endpoints);
        end(Map.of("partners", "inactive", "accounts", "suspended", "price-lists", "false"));
        var clerk = clerk();
        var fields = fields();
        var refused = new TreeSet<String>();
        int rounds = fields.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int round = 0; round < rounds; round++) {
            publish(hidden(fields, round), "hidden");
            for (var endpoint : REPLACED.entrySet()) {
                var path = path(endpoint.getKey());
                var before = stored(path);
                var shown = clerk.get(path);
                assertThat(shown.status()).as(path + shown.body()).isEqualTo(200);
                var put = clerk.with("If-Match", shown.header("ETag"))
                        .put(path, body(shown.json(), endpoint.getValue().properties()));
                if (put.status() == 400) {
                    refused.addAll(put.violations());
                } else {
                    assertThat(put.status()).as(path + put.body()).isEqualTo(200);
                }
                assertThat(stored(path)).as(path + " in round " + round).isEqualTo(before);
            }
        }
        assertThat(refused)
                .as("who does not see the codes of SKUs")
                .containsExactly("skus[0].code:required", "skus[1].code:required");
    }

    @Test
    void keepsWhatMayBeReadOnly() {
        var clerk = clerk();
        publish(Map.of("partner", "phone"), "readOnly");
        var path = path("/partners/{id}");
        var shown = clerk.get(path);
        var body = (ObjectNode) shown.json();
        ((ObjectNode) body.path("address")).put("phone", "1").put("city", "Zother");
        var put = clerk.with("If-Match", shown.header("ETag"))
                .put(path, body(body, REPLACED.get("/partners/{id}").properties()));
        assertThat(put.at("/address/phone")).as(put.body()).isEqualTo("13973010022");
        assertThat(put.at("/address/city")).isEqualTo("Zother");
    }

    @Test
    void neitherMovesNorRevivesWithoutBeingTold() {
        end(Map.of("partners", "inactive", "accounts", "suspended", "price-lists", "false"));
        for (var endpoint : REPLACED.entrySet()) {
            var path = path(endpoint.getKey());
            var before = stored(path);
            var properties = endpoint.getValue().properties().stream()
                    .filter(property -> !Set.of("status", "parent", "tier", "active", "currency")
                            .contains(property))
                    .collect(Collectors.toSet());
            var put = put(path, body(shop.admin.get(path).json(), properties));
            assertThat(put.status()).as(path + put.body()).isEqualTo(200);
            assertThat(stored(path)).as(path).isEqualTo(before);
        }
    }

    @Test
    void tellsRequestsApartByWhatIsHidden() { // O3
        var clerk = clerk();
        publish(Map.of("price_list", "currency"), "hidden");
        var keyed = clerk.with("Idempotency-Key", "k");
        var path = path("/price-lists/{id}") + "/entries";
        var entry =
                "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"zbottle\",\"minimum\":7,\"price\":{\"amount\":\"9.00\",\"currency\":\"%s\"}}]}";
        var first = keyed.post(path, entry.formatted(shop.ids.get("skus"), "CNY"));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(keyed.post(path, entry.formatted(shop.ids.get("skus"), "USD"))
                        .code())
                .isEqualTo("key_reused");
        publish(Map.of(), "hidden");
        assertThat(keyed.post(path, entry.formatted(shop.ids.get("skus"), "CNY"))
                        .status())
                .isEqualTo(200);
    }

    /** Ends things by their status or activity. */
    private void end(Map<String, String> statuses) {
        statuses.forEach((things, status) -> {
            var path = path("/" + things + "/{id}");
            var body = (ObjectNode) shop.admin.get(path).json();
            if (things.equals("price-lists")) {
                body.put("active", Boolean.parseBoolean(status));
            } else {
                body.put("status", status);
            }
            var put = put(path, body(body, REPLACED.get("/" + things + "/{id}").properties()));
            assertThat(put.status()).as(put.body()).isEqualTo(200);
        });
    }

    private Answer put(String path, String body) {
        return shop.admin.with("If-Match", shop.admin.get(path).header("ETag")).put(path, body);
    }

    /** Returns a record as the administrator sees it, without what every change raises. */
    private JsonNode stored(String path) {
        var record = (ObjectNode) shop.admin.get(path).json();
        record.remove("version");
        record.path("skus").forEach(sku -> ((ObjectNode) sku).remove("version"));
        return record;
    }

    private static String body(JsonNode shown, Set<String> properties) {
        var body = ((ObjectNode) shown).deepCopy();
        body.retain(properties);
        body.path("skus").forEach(sku -> ((ObjectNode) sku).retain(OF_SKUS));
        return body.toString();
    }

    private Map<String, List<String>> fields() {
        return REPLACED.values().stream()
                .flatMap(whole -> whole.objects().stream())
                .collect(Collectors.toMap(
                        object -> object,
                        object -> shop.admin
                                .get(API + "/metadata/objects/" + object)
                                .json()
                                .path("fields")
                                .valueStream()
                                .map(field -> field.path("name").asString())
                                .toList()));
    }

    private static Map<String, String> hidden(Map<String, List<String>> fields, int round) {
        return fields.entrySet().stream()
                .filter(object -> round < object.getValue().size())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, object -> object.getValue().get(round)));
    }

    private void publish(Map<String, String> fields, String how) {
        var rights = Stream.of("partner", "account", "category", "product", "sku", "price_list")
                .map(object -> "\"%s\":{\"read\":true,\"update\":true,\"rows\":\"all\",\"%s\":[%s]}"
                        .formatted(object, how, fields.containsKey(object) ? "\"" + fields.get(object) + "\"" : ""))
                .collect(Collectors.joining(","));
        Publishing.publish(shop.admin, "permission_set/clerk", SET.replace("RIGHTS", rights));
    }

    private ApiClient clerk() {
        publish(Map.of(), "hidden");
        var email = "zclerk@" + shop.tenant.slug() + ".example";
        var invited = shop.admin.post(
                API + "/members",
                "{\"name\":\"Zclerk\",\"email\":\"%s\",\"partners\":[\"%s\"],\"permissionSets\":[\"clerk\"]}"
                        .formatted(email, shop.head));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, shop.tenant, TestIdentity.personOf(email).toString());
    }

    private Set<String> endpoints() {
        return StandardBusiness.endpoints(context).keySet().stream()
                .filter(endpoint -> endpoint.startsWith("PUT " + API))
                .map(endpoint -> endpoint.substring("PUT ".length() + API.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String path(String endpoint) {
        var things = endpoint.split("/", -1)[1];
        return API + endpoint.replaceAll("\\{[a-z]+}", shop.ids.get(things));
    }
}
