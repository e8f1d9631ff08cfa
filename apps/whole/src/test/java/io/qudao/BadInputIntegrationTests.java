package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import io.qudao.testing.StandardBusiness;
import io.qudao.testing.TenantRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestBody;

/** Wrong input to the standard business is named field by field, and changes nothing. */
@HttpTest
class BadInputIntegrationTests {
    private static final String API = "/api/v1/";

    @Autowired
    private ApplicationContext context;

    private Shop shop;
    private ApiClient admin;
    private TenantRows rows;

    @BeforeEach
    void open() {
        shop = new Shop(context, "shop", "12.34");
        admin = shop.admin.with("If-Match", "\"0\"").with("Idempotency-Key", "wrong");
        rows = TenantRows.of(context, shop.tenant);
    }

    /** Every endpoint that takes JSON, those of tomorrow too. */
    @TestFactory
    Stream<DynamicTest> refusesJsonThatIsNotMeantForIt() {
        return StandardBusiness.endpoints(context).entrySet().stream()
                .filter(endpoint -> Arrays.stream(endpoint.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.getKey(), () -> {
                    var words = endpoint.getKey().split(" ", -1);
                    String path = words[1].replaceAll("\\{\\w+}", Ids.next().toString());
                    var unknown = refused(admin.send(words[0], path, "{\"nonsense\":1}"), 400);
                    assertThat(unknown.violations()).containsExactly("nonsense:unknown_field");
                    var broken = refused(admin.send(words[0], path, "{\"nonsense\""), 400);
                    assertThat(broken.violations()).containsExactly(":malformed_json");
                    refused(admin.send(words[0], path, "[1]"), 400);
                    assertThat(refused(admin.with("Content-Type", "text/xml").send(words[0], path, "<a/>"), 415)
                                    .code())
                            .isEqualTo("rest.media_type");
                }));
    }

    /** A wrong request and the fields it is refused for. */
    private record Bad(String method, String path, String body, List<String> violations) {}

    private static Bad bad(String method, String path, String body, String... violations) {
        return new Bad(method, path, body, List.of(violations));
    }

    @TestFactory
    Stream<DynamicTest> namesFieldsAndChangesNothing() {
        return Stream.of(partners(), limits(), goods(), prices(), stock())
                .flatMap(bad -> bad)
                .map(bad -> DynamicTest.dynamicTest(
                        bad.method() + " " + bad.path().replaceAll("[0-9a-f-]{36}", "{id}") + " " + bad.body(), () -> {
                            var before = rows.counts();
                            var answer = refused(admin.send(bad.method(), API + bad.path(), bad.body()), 400);
                            assertThat(answer.violations()).containsAll(bad.violations());
                            assertThat(rows.counts()).isEqualTo(before);
                        }));
    }

    private Stream<Bad> partners() {
        String account = "{\"seller\":\"%s\",\"buyer\":\"%s\"%s}";
        return Stream.of(
                bad("POST", "partners", "{}", "code:required", "name:required", "role:required"),
                bad("POST", "partners", "{\"code\":\"A B\",\"name\":\"A\",\"role\":\"king\"}", "role:not_one_of"),
                bad(
                        "POST",
                        "partners",
                        "{\"code\":\"A\",\"name\":\"A\",\"role\":\"outlet\",\"parent\":\"x\"}",
                        "parent:wrong_value"),
                bad(
                        "POST",
                        "partners",
                        "{\"code\":\"A\",\"name\":\"A\",\"role\":\"outlet\",\"tier\":1.5}",
                        "tier:wrong_value"),
                bad("POST", "accounts", "{}", "seller:required", "buyer:required"),
                bad("POST", "accounts", account.formatted(shop.head, Shop.nobody(), ""), "buyer:unknown"),
                bad("POST", "accounts", account.formatted(shop.head, shop.head, ""), "buyer:same_as"),
                bad(
                        "POST",
                        "accounts",
                        account.formatted(shop.head, shop.distributor, ",\"currency\":\"QQQ\",\"status\":\"asleep\""),
                        "currency:unknown",
                        "status:not_one_of"),
                bad(
                        "POST",
                        "accounts",
                        account.formatted(shop.head, shop.distributor, ",\"regions\":[null]"),
                        "regions[0]:wrong_type"),
                bad("GET", "partners?limit=0", "", "limit:out_of_range"),
                bad("GET", "partners?parent=x", "", "parent:wrong_type"));
    }

    private Stream<Bad> limits() {
        return Stream.of(
                limit("-1", "out_of_range"),
                limit("much", "malformed"),
                limit("1e999999999", "malformed"),
                limit("1.234", "too_many_digits"),
                limit("900000000000000000", "out_of_range"));
    }

    private Bad limit(String amount, String violation) {
        return bad(
                "PUT",
                "credit/" + shop.account + "/limit",
                "{\"limit\":\"%s\"}".formatted(amount),
                "limit:" + violation);
    }

    private Stream<Bad> goods() {
        String product = "{\"code\":\"N\",\"name\":\"N\",\"category\":\"%s\",\"skus\":[%s]}";
        String sku = "{\"code\":\"N\",\"name\":\"N\",\"baseUnit\":\"each\"%s}";
        return Stream.of(
                bad("POST", "categories", "{}", "code:required", "name:required"),
                bad("POST", "products", "{}", "code:required", "name:required", "category:required", "skus:required"),
                bad("POST", "products", product.formatted(Shop.nobody(), sku.formatted("")), "category:unknown"),
                bad("POST", "products", product.formatted(shop.category, "null"), "skus[0]:wrong_type"),
                bad(
                        "POST",
                        "products",
                        product.formatted(shop.category, "{}"),
                        "skus[0].code:required",
                        "skus[0].baseUnit:required"),
                bad(
                        "POST",
                        "products",
                        product.formatted(
                                shop.category, sku.formatted(",\"units\":[{\"code\":\"case\",\"numerator\":0}]")),
                        "skus[0].units[0].numerator:not_positive"),
                bad(
                        "POST",
                        "products",
                        product.formatted(
                                shop.category, sku.formatted(",\"units\":[{\"code\":\"case\",\"numerator\":1.5}]")),
                        "skus[0].units[0].numerator:wrong_value"),
                bad("GET", "skus?cursor=!", "", "cursor:malformed"));
    }

    private Stream<Bad> prices() {
        String entries = "price-lists/" + shop.list + "/entries";
        return Stream.of(
                bad(
                        "POST",
                        "price-lists",
                        "{}",
                        "code:required",
                        "name:required",
                        "scope:required",
                        "priority:required"),
                bad("PUT", "price-mode", "{\"mode\":\"highest\"}", "mode:not_one_of"),
                bad("POST", entries, "{}", "entries:required"),
                bad("POST", entries, "{\"entries\":[null]}", "entries[0]:wrong_type"),
                entry(Shop.nobody(), "each", "{\"amount\":\"1\"}", "", "sku:unknown"),
                entry(shop.sku, "barrel", "{\"amount\":\"1\"}", "", "unit:unknown_unit"),
                entry(shop.sku, "each", "null", "", "price:required"),
                entry(shop.sku, "each", "{\"amount\":\"-1\"}", "", "price:out_of_range"),
                entry(shop.sku, "each", "{\"amount\":\"1e999999999\"}", "", "price.amount:malformed"),
                entry(shop.sku, "each", "{\"amount\":\"1\",\"currency\":\"USD\"}", "", "price:wrong_currency"),
                entry(shop.sku, "each", "{\"amount\":\"1\"}", ",\"minimum\":0", "minimum:too_small"),
                entry(
                        shop.sku,
                        "each",
                        "{\"amount\":\"1\"}",
                        ",\"from\":\"2021-01-02T00:00:00Z\",\"until\":\"2021-01-01T00:00:00Z\"",
                        "until:not_after"));
    }

    private Bad entry(String sku, String unit, String price, String more, String violation) {
        return bad(
                "POST",
                "price-lists/" + shop.list + "/entries",
                "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"%s\",\"price\":%s%s}]}".formatted(sku, unit, price, more),
                "entries[0]." + violation);
    }

    private Stream<Bad> stock() {
        String body = "{\"warehouse\":\"" + shop.warehouse + "\",\"sku\":\"%s\",\"difference\":%s,\"reason\":\"%s\"}";
        return Stream.of(
                bad("POST", "warehouses", "{}", "code:pattern", "name:length"),
                bad(
                        "POST",
                        "stock/adjustments",
                        "{}",
                        "warehouse:required",
                        "sku:required",
                        "difference:required",
                        "reason:required"),
                bad("POST", "stock/adjustments", body.formatted(shop.sku, "0", "x"), "difference:out_of_range"),
                bad("POST", "stock/adjustments", body.formatted(shop.sku, "0.5", "x"), "difference:wrong_value"),
                bad(
                        "POST",
                        "stock/adjustments",
                        body.formatted(shop.sku, "9000000000000000000", "x"),
                        "difference:out_of_range"),
                bad("POST", "stock/adjustments", body.formatted(Shop.nobody(), "1", "x"), "sku:unknown"),
                bad("POST", "stock/adjustments", body.formatted(shop.sku, "1", " "), "reason:required"),
                bad("GET", "stock?cursor=x_y", "", "cursor:malformed"),
                bad("GET", "stock/movements", "", "warehouse:required"));
    }

    @Test
    void takesNoMoreOutOfStockThanIsFree() { // I2
        var before = rows.counts();
        var answer = admin.post(
                API + "stock/adjustments",
                "{\"warehouse\":\"%s\",\"sku\":\"%s\",\"difference\":-1000,\"reason\":\"x\"}"
                        .formatted(shop.warehouse, shop.sku));
        assertThat(refused(answer, 422).code()).isEqualTo("inventory.below_reserved");
        assertThat(rows.counts()).isEqualTo(before);
    }

    @Test
    void refusesAmountsThatNoOrderHas() {
        String entries = API + "price-lists/" + shop.list + "/entries";
        admin.post(
                entries,
                "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"case\",\"price\":{\"amount\":\"999999999999\"}}]}"
                        .formatted(shop.sku));
        var before = rows.counts();
        var order = admin.post(
                API + "orders",
                "{\"buyer\":\"%s\",\"seller\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"unit\":\"case\",\"quantity\":1000000}]}"
                        .formatted(shop.distributor, shop.head, shop.sku));
        assertThat(refused(order, 400).violations()).containsExactly("lines[0].quantity:too_dear");
        assertThat(rows.counts()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> importsNothingOfAFileThatIsNoTable() {
        return imports()
                .map(file -> DynamicTest.dynamicTest(file.target(), () -> {
                    var before = rows.counts();
                    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
                    assertThat(refused(upload(file.target(), picture), 400).code())
                            .isEqualTo("imports.not_a_table");
                    assertThat(refused(upload(file.target(), new byte[0]), 400).code())
                            .isEqualTo("imports.empty_file");
                    assertThat(refused(upload(file.target(), file.heading() + "\n"), 400)
                                    .code())
                            .isEqualTo("imports.empty_file");
                    var heading = refused(upload(file.target(), "nonsense\n1\n"), 400);
                    assertThat(heading.code()).isEqualTo("imports.wrong_header");
                    assertThat(heading.violations()).isNotEmpty();
                    assertThat(rows.counts()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> importsNothingOfAFileWithABadRow() { // P9
        return imports()
                .map(file -> DynamicTest.dynamicTest(file.target(), () -> {
                    var before = rows.counts();
                    var answer = upload(file.target(), file.heading() + "\n" + file.good() + "\n" + file.bad() + "\n");
                    assertThat(refused(answer, 422).code()).isEqualTo("imports.rejected");
                    assertThat(answer.json().path("violations").valueStream()).anySatisfy(violation -> {
                        assertThat(violation.path("field").asString()).isEqualTo(file.field());
                        assertThat(violation.path("row").asInt()).isEqualTo(3);
                        assertThat(violation.path("message").asString()).isNotBlank();
                    });
                    String job = answer.header("Location");
                    assertThat(shop.admin.get(job).json().path("stored").asInt(-1))
                            .isZero();
                    var errors = shop.admin.get(job + "/errors").body();
                    assertThat(errors.lines().skip(1))
                            .isNotEmpty()
                            .allSatisfy(line -> assertThat(line).startsWith("3,"));
                    assertThat(errors).contains("\n3," + file.field() + ",");
                    assertThat(rows.counts()).isEqualTo(before);
                    var stored = upload(file.target(), file.heading() + "\n" + file.good() + "\n");
                    assertThat(stored.json().path("state").asString())
                            .as(stored.body())
                            .isEqualTo("done");
                }));
    }

    /** A heading, a good row, and a bad one with the field that is wrong. */
    private record File(String target, String heading, String good, String bad, String field) {}

    private static Stream<File> imports() {
        return Stream.of(
                new File("partners", "code,name,role,parent_code", "N1,New,outlet,shop", "N2,New,king,shop", "role"),
                new File(
                        "partners",
                        "code,name,role,parent_code",
                        "N3,New,outlet,shop",
                        "N4,New,outlet,NONE",
                        "parent_code"),
                new File(
                        "accounts",
                        "buyer_code,currency,credit_limit",
                        "shop,USD,100.00",
                        "shop,EUR,-1",
                        "credit_limit"),
                new File("accounts", "buyer_code,currency", "shop,JPY", "NONE,JPY", "buyer_code"),
                new File("products", "code,name,category,case_size", "P1,New,shop,6", "P2,New,shop,0.5", "case_size"),
                new File(
                        "price-lists",
                        "list_code,sku_code,unit,price",
                        "NEW,shop,each,1.00",
                        "NEW,shop,each,free",
                        "price"),
                new File(
                        "price-lists",
                        "list_code,sku_code,unit,price",
                        "NEW2,shop,each,1.00",
                        "NEW2,NONE,each,1.00",
                        "sku_code"),
                new File("stock", "sku_code,quantity", "shop,5", "shop,-5", "quantity"),
                new File("stock", "sku_code,quantity,unit", "shop,5,case", "shop,1,barrel", "unit"));
    }

    private Answer upload(String target, String text) {
        return upload(target, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Answer upload(String target, byte[] file) {
        return shop.admin
                .with("Content-Type", "text/csv")
                .send("POST", API + "imports?wait=true&mode=all_or_nothing&target=" + target, file);
    }

    private static Answer refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("reference").asString()).isNotBlank();
        assertThat(List.copyOf(answer.json().path("violations").valueStream().toList()))
                .allSatisfy(
                        wrong -> assertThat(wrong.path("message").asString()).isNotBlank());
        return answer;
    }
}
