package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is wrong with an order is named, and nothing of it is kept. */
@HttpTest
class BadOrdersIntegrationTests {
    private static final String ORDERS = "/api/v1/orders";
    private static final List<String> TABLES = List.of(
            "apps.sales_order",
            "apps.order_line",
            "apps.order_transition",
            "engine.request_key",
            "apps.stock_reservation",
            "apps.credit_entry",
            "engine.approval");

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient buyer;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        buyer = trade.client(trade.outlet, "dealer");
        good("FREE", SkuStatus.ON_SHELF);
        good("GONE", SkuStatus.OFF_SHELF);
    }

    /** A wrong body, its status and code, and its violations. */
    private record Bad(String name, String body, int status, String code, List<String> violations) {}

    private static Bad bad(String name, String body, int status, String code, String... violations) {
        return new Bad(name, body, status, code, List.of(violations));
    }

    @TestFactory
    Stream<DynamicTest> namesWhatIsWrong() {
        return Stream.of(documents(), lines(), totals(), parties())
                .flatMap(bad -> bad)
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    var answer = keyed(buyer).post(ORDERS, bad.body());
                    assertRefused(answer, bad.status(), bad.code());
                    assertThat(answer.violations()).containsExactlyElementsOf(bad.violations());
                    assertNothingKept();
                }));
    }

    private Stream<Bad> documents() {
        return Stream.of(
                bad("broken JSON", "{\"lines\":[", 400, "malformed", ":malformed_json"),
                bad("two documents", "{}{}", 400, "malformed", ":malformed_json"),
                bad("no body", "", 400, "malformed", ":missing_body"),
                bad("a list", "[]", 400, "invalid_input", ":wrong_type"),
                invalidInput("unknown field", "{\"colour\":1}", "colour:unknown_field"),
                invalidInput("unknown field of a line", line("\"colour\":1"), "lines[0].colour:unknown_field"),
                invalidInput("wrong instant", with("\"at\":\"yesterday\""), "at:wrong_value"),
                invalidInput("wrong id", with("\"seller\":\"D1\""), "seller:wrong_value"));
    }

    private Stream<Bad> lines() {
        return Stream.of(
                invalid("no lines", "{\"lines\":[]}", "lines:size"),
                invalid("too many lines", many(2_001), "lines:size"),
                bad("an empty line", "{\"lines\":[null]}", 400, "invalid_input", "lines[0]:wrong_type"),
                invalid(
                        "a line without values",
                        "{\"lines\":[{}]}",
                        "lines[0].sku:required",
                        "lines[0].quantity:required",
                        "lines[0].unit:required"),
                invalid("negative quantity", quantity("-1"), "lines[0].quantity:range"),
                invalid("no quantity", quantity("0"), "lines[0].quantity:range"),
                invalid("large quantity", quantity("1000000001"), "lines[0].quantity:range"),
                invalidInput("fractional quantity", quantity("1.5"), "lines[0].quantity:wrong_value"),
                invalidInput("quantity as text", quantity("\"1\""), "lines[0].quantity:wrong_type"),
                invalidInput("overflow", quantity("99999999999999999999"), "lines[0].quantity:wrong_type"),
                invalid("unknown unit", line("\"unit\":\"barrel\""), "lines[0].unit:unknown_unit"),
                invalid("unknown code", line("\"skuCode\":\"NONE\""), "lines[0].skuCode:unknown"),
                invalid("unknown SKU", line("\"sku\":\"" + Ids.next() + "\""), "lines[0].sku:unknown"),
                invalid("SKU off the shelf", line("\"skuCode\":\"GONE\""), "lines[0].sku:off_shelf"),
                bad(
                        "missing price", // P4
                        line("\"skuCode\":\"FREE\""),
                        422,
                        "ordering.price_missing",
                        "lines[0].sku:price_missing"),
                bad(
                        "too little stock",
                        quantity("101").replace("}]", "}],\"submit\":true"),
                        422,
                        "ordering.stock_short",
                        "lines[0].quantity:stock_short"),
                invalid(
                        "two wrong lines",
                        "{\"lines\":[%s,%s]}".formatted(one("COLA", "each", "0"), one("COLA", "barrel", "1")),
                        "lines[0].quantity:range",
                        "lines[1].unit:unknown_unit"));
    }

    private Stream<Bad> totals() {
        String total = "\"confirmedTotal\":";
        return Stream.of(
                invalidInput("total without amount", with(total + "{}"), "confirmedTotal.amount:required"),
                invalidInput(
                        "total of a billion digits",
                        with(total + "{\"amount\":\"1e999999999\"}"),
                        "confirmedTotal.amount:malformed"),
                invalidInput(
                        "total in no currency",
                        with(total + "{\"amount\":\"1\",\"currency\":\"QQQ\"}"),
                        "confirmedTotal.currency:unknown"),
                bad(
                        "another total", // P7
                        with(total + "{\"amount\":\"12.49\"}"),
                        409,
                        "ordering.price_changed",
                        "lines[0].unitPrice:price_now"),
                invalid("blank external number", with("\"externalNumber\":\" \""), "externalNumber:length"),
                invalid(
                        "long external number",
                        with("\"externalNumber\":\"" + "9".repeat(101) + "\""),
                        "externalNumber:length"));
    }

    private Stream<Bad> parties() {
        var stranger = TradeFixture.in(context);
        return Stream.of(
                invalid("no such currency", with("\"currency\":\"QQQ\""), "currency:unknown"),
                bad("no account in a currency", with("\"currency\":\"USD\""), 422, "ordering.not_trading"),
                invalid("unknown seller", with("\"sellerCode\":\"NONE\""), "sellerCode:unknown"),
                invalid(
                        "a seller whose code is another's",
                        with(id("seller", trade.distributor.id()) + ",\"sellerCode\":\"O2\""),
                        "sellerCode:unknown"),
                invalid(
                        "a buyer whose code is another's",
                        with(id("buyer", trade.outlet.id()) + ",\"buyerCode\":\"D1\""),
                        "buyerCode:contradicts"),
                invalid(
                        "goods whose code is another's",
                        line(id("sku", trade.cola.id()) + ",\"skuCode\":\"TEA\""),
                        "lines[0].skuCode:contradicts"),
                invalid("foreign seller", with(id("seller", stranger.distributor.id())), "seller:unknown"),
                invalid("foreign buyer", with(id("buyer", stranger.outlet.id())), "buyer:unknown"),
                invalid("foreign SKU", line(id("sku", stranger.cola.id())), "lines[0].sku:unknown"),
                bad("instant without the right", with("\"at\":\"2021-11-15T00:00:00Z\""), 403, "forbidden"));
    }

    @Test
    void refusesFutureInstant() {
        var body = with("\"at\":\"2999-01-01T00:00:00Z\"," + id("buyer", trade.outlet.id()));
        var answer = keyed(trade.admin()).post(ORDERS, body);
        assertRefused(answer, 400, "ordering.invalid_order");
        assertThat(answer.violations()).containsExactly("at:not_in_the_future");
        assertNothingKept();
    }

    @Test
    void asksForAKey() { // O3
        assertRefused(buyer.post(ORDERS, with("\"submit\":true")), 400, "ordering.key_missing");
        for (String key : List.of(" ", "k".repeat(201))) {
            var answer = buyer.with("Idempotency-Key", key).post(ORDERS, with("\"submit\":true"));
            assertRefused(answer, 400, "ordering.key_missing");
            assertThat(answer.violations()).hasSize(1).first().asString().startsWith("Idempotency-Key:");
        }
        assertNothingKept();
    }

    @Test
    void refusesAnotherBodyUnderAKey() { // O3
        var once = buyer.with("Idempotency-Key", "k");
        assertThat(once.post(ORDERS, quantity("1")).status()).isEqualTo(201);
        var other = once.post(ORDERS, quantity("2"));
        assertRefused(other, 409, "key_reused");
        assertThat(other.violations()).containsExactly("Idempotency-Key:key_reused");
        assertRefused(once.post(ORDERS, with("\"submit\":true")), 409, "key_reused");
        assertThat(trade.count("apps.sales_order")).isEqualTo(1);
        assertThat(trade.count("apps.stock_reservation")).isZero();
    }

    @Test
    void takesAnExternalNumberOnce() {
        assertThat(keyed(buyer).post(ORDERS, with("\"externalNumber\":\"E1\"")).status())
                .isEqualTo(201);
        var again = keyed(buyer).post(ORDERS, with("\"externalNumber\":\"E1\",\"submit\":true"));
        assertRefused(again, 409, "ordering.external_number_taken");
        assertThat(again.violations()).containsExactly("externalNumber:taken");
        assertThat(trade.count("engine.request_key")).isEqualTo(1);
    }

    @Test
    void refusesStepsThatAreNotThere() { // O1
        var seller = trade.client(trade.distributor, "dealer");
        String path = keyed(buyer).post(ORDERS, with("\"submit\":true")).header("Location");
        assertRefused(buyer.post(path + "/submit", "{}"), 409, "ordering.wrong_status");
        assertRefused(seller.post(path + "/reject", "{}"), 400, "ordering.reason_missing");
        assertRefused(buyer.post(path + "/cancel", "{\"reason\":\" \"}"), 400, "ordering.reason_missing");
        assertRefused(seller.post(path + "/shipments", "{}"), 409, "fulfillment.not_shippable");
        assertRefused(buyer.post(ORDERS + "/" + Ids.next() + "/submit", "{}"), 404, "not_found");
        assertRefused(buyer.get(ORDERS + "/1"), 400, "invalid_input");
        assertRefused(buyer.get(ORDERS + "?side=both"), 400, "invalid_input");
        assertRefused(buyer.get(ORDERS + "?status=lost"), 400, "invalid_input");
        assertRefused(buyer.get(ORDERS + "?cursor=x"), 400, "invalid_input");
        assertRefused(buyer.with("Content-Type", "text/plain").post(ORDERS, "x"), 415, "rest.media_type");
    }

    @Test
    void refusesShipmentsThatDoNotFit() { // F1
        var seller = trade.client(trade.distributor, "dealer");
        String path = keyed(buyer).post(ORDERS, with("\"submit\":true")).header("Location");
        seller.post(path + "/approve", "{}");
        String lines = "{\"lines\":[%s]}";
        for (String wrong : List.of(
                "{\"line\":1,\"quantity\":2}",
                "{\"line\":1,\"quantity\":0}",
                "{\"line\":1,\"quantity\":-1}",
                "{\"line\":2,\"quantity\":1}",
                "{\"line\":1}",
                "{\"line\":1,\"quantity\":1},{\"line\":1,\"quantity\":1}")) {
            var answer = seller.post(path + "/shipments", lines.formatted(wrong));
            assertRefused(answer, 400, "fulfillment.invalid_lines");
            assertThat(answer.violations()).as(wrong).hasSize(1);
        }
        for (String wrong : List.of("{\"line\":1,\"quantity\":1.5}", "null")) {
            assertRefused(seller.post(path + "/shipments", lines.formatted(wrong)), 400, "invalid_input");
        }
        assertThat(trade.count("apps.shipment")).isZero();
        String shipment = "/api/v1/shipments/"
                + seller.post(path + "/shipments", "{}").json().path("id").asString();
        for (String wrong :
                List.of("{\"line\":1,\"quantity\":2}", "{\"line\":1,\"quantity\":-1}", "{\"line\":9,\"quantity\":1}")) {
            assertRefused(buyer.post(shipment + "/receive", lines.formatted(wrong)), 400, "fulfillment.invalid_lines");
        }
        assertThat(trade.available(trade.outlet, trade.cola)).isZero();
    }

    private void assertNothingKept() {
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(trade.count(table)).as(table).isZero());
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("violations").valueStream())
                .allSatisfy(
                        wrong -> assertThat(wrong.path("message").asString()).isNotBlank());
    }

    private static Bad invalid(String name, String body, String... violations) {
        return bad(name, body, 400, "ordering.invalid_order", violations);
    }

    private static Bad invalidInput(String name, String body, String... violations) {
        return bad(name, body, 400, "invalid_input", violations);
    }

    private static String with(String more) {
        return "{\"lines\":[%s],%s}".formatted(one("COLA", "each", "1"), more);
    }

    private static String quantity(String quantity) {
        return "{\"lines\":[%s]}".formatted(one("COLA", "each", quantity));
    }

    private static String many(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(number -> one("COLA", "each", "1"))
                .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }

    /** One line that is right but for these members. */
    private static String line(String members) {
        String line = "\"unit\":\"each\",\"quantity\":1";
        if (!members.contains("sku")) {
            line += ",\"skuCode\":\"COLA\"";
        }
        return "{\"lines\":[{%s}]}"
                .formatted(
                        members.contains("unit")
                                ? line.replace("\"unit\":\"each\",", "") + "," + members
                                : line + "," + members);
    }

    private static String one(String sku, String unit, String quantity) {
        return "{\"skuCode\":\"%s\",\"unit\":\"%s\",\"quantity\":%s}".formatted(sku, unit, quantity);
    }

    private static String id(String member, Object id) {
        return "\"%s\":\"%s\"".formatted(member, id);
    }

    private static ApiClient keyed(ApiClient client) {
        return client.with("Idempotency-Key", Ids.next().toString());
    }

    private void good(String code, SkuStatus status) {
        var sku = new SkuDraft(code, code, null, "each", List.of(), status);
        trade.asPlatform(() -> {
            var category =
                    trade.bean(io.qudao.catalog.Catalog.class).categories().getFirst();
            CategoryId in = category.id();
            return trade.bean(Products.class).create(new ProductDraft(code, code, "", in, List.of(sku)));
        });
    }
}
