package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.internal.Pictures;
import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.LeakCases;
import io.qudao.testing.Shop;
import io.qudao.testing.StandardBusiness;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two tenants at every endpoint of the standard business. */
// T1, T2
@HttpTest
class AppsWallsIntegrationTests {
    private static final String SECRET = "zephyrine";
    private static final String API = "/api/v1/";

    @Autowired
    private ApplicationContext context;

    private Shop owner;
    private Shop stranger;
    private LeakCases cases;

    @BeforeEach
    void makeShops() {
        owner = new Shop(context, SECRET, "12.34");
        stranger = new Shop(context, "plain", "5.00");
        cases = StandardBusiness.leakCases(context);
    }

    @TestFactory
    Stream<DynamicTest> keepsTenantsApartAtEveryEndpoint() {
        coverPartners();
        coverAccounts();
        coverCatalog();
        coverPrices();
        coverStock();
        coverOrders();
        coverPlacing();
        coverShipments();
        return cases.tests(owner.tenant, stranger.tenant, SECRET);
    }

    @Test
    void showsNoRecordOfAnotherTenant() {
        for (String object : new String[] {"partner", "product", "sku", "category", "price_list", "order"}) {
            String path = API + "records/" + object;
            String id = owner.admin
                    .get(path)
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            assertThat(owner.admin.get(path + "/" + id).status()).as(object).isEqualTo(200);
            assertThat(stranger.admin.get(path + "/" + id).status()).as(object).isEqualTo(404);
            assertThat(stranger.admin.get(path).body())
                    .as(object)
                    .doesNotContain(id)
                    .doesNotContain(SECRET);
        }
    }

    private void coverPartners() {
        String partners = API + "partners";
        String theirs = partners + "/" + owner.distributor;
        String body = "{\"code\":\"X\",\"name\":\"X\",\"role\":\"outlet\",\"parent\":\"%s\"}";
        cases.shows("GET " + partners, api -> api.get(partners))
                .shows("GET " + partners + "/{id}", api -> api.get(theirs))
                .refuses("GET " + partners + "/{id}", api -> api.get(theirs))
                .refuses("POST " + partners, 400, api -> api.post(partners, body.formatted(owner.distributor)))
                .keepsApart("POST " + partners, api -> api.post(partners, body.formatted(stranger.distributor)))
                .refuses("PUT " + partners + "/{id}", api -> versioned(api).put(theirs, body.formatted(stranger.head)))
                .refuses(
                        "PUT " + partners + "/{id}",
                        400,
                        api -> versioned(api)
                                .put(partners + "/" + stranger.distributor, body.formatted(owner.distributor)));
    }

    private void coverAccounts() {
        String accounts = API + "accounts";
        String theirs = accounts + "/" + owner.account;
        String body = "{\"seller\":\"%s\",\"buyer\":\"%s\",\"currency\":\"USD\"}";
        cases.shows("GET " + accounts, api -> api.get(accounts))
                .keepsApart("GET " + accounts, api -> api.get(accounts + "?seller=" + owner.head))
                .keepsApart("GET " + accounts, api -> api.get(accounts + "?buyer=" + owner.distributor))
                .shows("GET " + accounts + "/{id}", api -> api.get(theirs))
                .refuses("GET " + accounts + "/{id}", api -> api.get(theirs))
                .refuses(
                        "POST " + accounts,
                        400,
                        api -> api.post(accounts, body.formatted(stranger.head, owner.distributor)))
                .refuses(
                        "POST " + accounts,
                        400,
                        api -> api.post(accounts, body.formatted(owner.head, stranger.distributor)))
                .refuses("PUT " + accounts + "/{id}", api -> versioned(api).put(theirs, "{\"priceGroup\":\"x\"}"));
        String credit = API + "credit/" + owner.account;
        owner.admin.put(credit + "/limit", "{\"limit\":\"7654321.00\"}");
        cases.shows("GET " + API + "credit/{account}", "7654321", api -> api.get(credit))
                .refuses("GET " + API + "credit/{account}", api -> api.get(credit))
                .refuses(
                        "PUT " + API + "credit/{account}/limit",
                        api -> api.put(credit + "/limit", "{\"limit\":\"1.00\"}"));
    }

    private void coverCatalog() {
        String categories = API + "categories";
        String category = "{\"code\":\"X\",\"name\":\"X\",\"parent\":\"%s\"}";
        cases.shows("GET " + categories, api -> api.get(categories))
                .shows("GET " + categories + "/{id}", api -> api.get(categories + "/" + owner.category))
                .refuses("GET " + categories + "/{id}", api -> api.get(categories + "/" + owner.category))
                .refuses("POST " + categories, 400, api -> api.post(categories, category.formatted(owner.category)))
                .keepsApart("POST " + categories, api -> api.post(categories, category.formatted(stranger.category)))
                .refuses(
                        "PUT " + categories + "/{id}",
                        api -> versioned(api)
                                .put(categories + "/" + owner.category, category.formatted(stranger.category)));
        String products = API + "products";
        String theirs = products + "/" + owner.product;
        String product = "{\"code\":\"X\",\"name\":\"X\",\"category\":\"%s\",\"skus\":[{\"code\":\"X\",\"name\":\"X\","
                + "\"baseUnit\":\"each\"}]}";
        cases.shows("GET " + products, api -> api.get(products))
                .shows("GET " + products + "/{id}", api -> api.get(theirs))
                .refuses("GET " + products + "/{id}", api -> api.get(theirs))
                .refuses("POST " + products, 400, api -> api.post(products, product.formatted(owner.category)))
                .keepsApart("POST " + products, api -> api.post(products, product.formatted(stranger.category)))
                .refuses(
                        "PUT " + products + "/{id}",
                        api -> versioned(api).put(theirs, product.formatted(stranger.category)))
                .shows("GET " + API + "skus", api -> api.get(API + "skus"))
                .shows("GET " + API + "skus/{id}", api -> api.get(API + "skus/" + owner.sku))
                .refuses("GET " + API + "skus/{id}", api -> api.get(API + "skus/" + owner.sku));
        coverPictures(theirs + "/picture");
    }

    private void coverPictures(String theirs) {
        byte[] picture = Pictures.png(SECRET);
        put(owner.admin, theirs, picture);
        cases.shows("GET " + API + "products/{id}/picture", api -> api.get(theirs))
                .refuses("GET " + API + "products/{id}/picture", api -> api.get(theirs))
                .refuses("PUT " + API + "products/{id}/picture", api -> put(api, theirs, picture));
    }

    private static Answer put(ApiClient api, String path, byte[] picture) {
        return api.with("Content-Type", "image/png").send("PUT", path, picture);
    }

    private void coverPrices() {
        String lists = API + "price-lists";
        String theirs = lists + "/" + owner.list;
        String list = "{\"seller\":\"%s\",\"code\":\"X\",\"name\":\"X\",\"priority\":1,";
        String base = list + "\"scope\":\"base\"}";
        String contract = list + "\"scope\":\"contract\",\"scopeKey\":\"%s\"}";
        String entry = "{\"entries\":[{\"sku\":\"%s\",\"unit\":\"each\",\"price\":{\"amount\":\"1\"}}]}";
        cases.shows("GET " + lists, api -> api.get(lists))
                .shows("GET " + lists + "/{id}", api -> api.get(theirs))
                .refuses("GET " + lists + "/{id}", api -> api.get(theirs))
                .refuses("POST " + lists, 400, api -> api.post(lists, base.formatted(owner.head)))
                .refuses(
                        "POST " + lists,
                        400,
                        api -> api.post(lists, contract.formatted(stranger.head, owner.distributor)))
                .keepsApart("POST " + lists, api -> api.post(lists, base.formatted(stranger.head)))
                .refuses("PUT " + lists + "/{id}", api -> versioned(api).put(theirs, base.formatted(stranger.head)))
                .shows("GET " + lists + "/{id}/entries", "12.34", api -> api.get(theirs + "/entries"))
                .refuses(
                        "POST " + lists + "/{id}/entries",
                        api -> api.post(theirs + "/entries", entry.formatted(stranger.sku)))
                .refuses(
                        "POST " + lists + "/{id}/entries",
                        400,
                        api -> api.post(lists + "/" + stranger.list + "/entries", entry.formatted(owner.sku)))
                .refuses(
                        "DELETE " + lists + "/{id}/entries/{entry}",
                        api -> api.delete(theirs + "/entries/" + owner.entry));
        owner.admin.put(API + "price-mode", "{\"mode\":\"lowest\"}");
        cases.shows("GET " + API + "price-mode", "lowest", api -> api.get(API + "price-mode"))
                .keepsApart(
                        "PUT " + API + "price-mode", api -> api.put(API + "price-mode", "{\"mode\":\"first_match\"}"));
    }

    private void coverStock() {
        String stock = API + "stock";
        String moved = stock + "/movements?warehouse=%s&sku=%s";
        cases.shows("GET " + API + "warehouses", api -> api.get(API + "warehouses"))
                .keepsApart(
                        "POST " + API + "warehouses",
                        api -> api.post(API + "warehouses", "{\"code\":\"%s\",\"name\":\"X\"}".formatted("X")))
                .shows("GET " + stock, owner.warehouse, api -> api.get(stock))
                .keepsApart("GET " + stock, api -> api.get(stock + "?sku=" + owner.sku))
                .shows(
                        "GET " + stock + "/movements",
                        "adjustment:" + SECRET,
                        api -> api.get(moved.formatted(owner.warehouse, owner.sku)))
                .refuses("GET " + stock + "/movements", api -> api.get(moved.formatted(owner.warehouse, owner.sku)))
                .refuses(
                        "POST " + stock + "/adjustments",
                        api -> api.post(stock + "/adjustments", stranger.adjustment(owner.warehouse, owner.sku)))
                .refuses(
                        "POST " + stock + "/adjustments",
                        400,
                        api -> api.post(stock + "/adjustments", stranger.adjustment(stranger.warehouse, owner.sku)));
    }

    private void coverOrders() {
        String orders = API + "orders";
        String theirs = orders + "/" + owner.submitted;
        for (int more = 0; more < 2; more++) {
            keyed(owner.admin).post(orders, owner.orderBody(owner.distributor, owner.sku, false));
        }
        cases.shows("GET " + orders, api -> api.get(orders))
                .shows("GET " + orders + "/{id}", api -> api.get(theirs))
                .refuses("GET " + orders + "/{id}", api -> api.get(theirs))
                .shows("GET " + orders + "/counts", ":3", api -> api.get(orders + "/counts"))
                .refuses("POST " + orders + "/{id}/submit", api -> api.post(orders + "/" + owner.draft + "/submit", ""))
                .refuses("POST " + orders + "/{id}/approve", api -> api.post(theirs + "/approve", "{}"))
                .refuses("POST " + orders + "/{id}/reject", api -> api.post(theirs + "/reject", because()))
                .refuses("POST " + orders + "/{id}/cancel", api -> api.post(theirs + "/cancel", because()))
                .refuses("POST " + orders + "/{id}/close", api -> api.post(theirs + "/close", because()))
                .refuses("POST " + orders + "/{id}/retry", api -> api.post(theirs + "/retry", ""));
        String catalogue = API + "catalogue";
        cases.shows("GET " + catalogue, api -> api.get(catalogue))
                .refuses("GET " + catalogue, 422, api -> api.get(catalogue + "?seller=" + owner.distributor))
                .shows(
                        "GET " + API + "reports/reconciliation",
                        "172.76",
                        api -> api.get(API + "reports/reconciliation"));
    }

    private void coverPlacing() {
        String orders = API + "orders";
        cases.keepsApart(
                        "POST " + orders,
                        api -> keyed(api).post(orders, stranger.orderBody(stranger.distributor, stranger.sku, false)))
                .refuses(
                        "POST " + orders,
                        400,
                        api -> keyed(api).post(orders, stranger.orderBody(stranger.distributor, owner.sku, true)))
                .refuses(
                        "POST " + orders,
                        400,
                        api -> keyed(api).post(orders, stranger.orderBody(owner.distributor, stranger.sku, true)))
                .refuses(
                        "POST " + orders,
                        400,
                        api -> keyed(api).post(orders, owner.orderBody(stranger.distributor, stranger.sku, true)))
                .refuses(
                        "POST " + orders,
                        400,
                        api -> keyed(api)
                                .post(
                                        orders,
                                        "{\"buyer\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"unit\":\"each\",\"quantity\":1}]}"
                                                .formatted(owner.distributor, stranger.sku)))
                .refuses(
                        "POST " + orders + "/quote",
                        400,
                        api -> api.post(orders + "/quote", stranger.orderBody(stranger.distributor, owner.sku, true)));
    }

    private void coverShipments() {
        String ofOrder = API + "orders/" + owner.shipped + "/shipments";
        String shipments = API + "shipments";
        String theirs = shipments + "/" + owner.shipment;
        cases.refuses("POST " + API + "orders/{id}/shipments", api -> api.post(ofOrder, "{}"))
                .shows("GET " + API + "orders/{id}/shipments", api -> api.get(ofOrder))
                .refuses("GET " + API + "orders/{id}/shipments", api -> api.get(ofOrder))
                .shows("GET " + shipments, api -> api.get(shipments))
                .shows("GET " + shipments + "/{id}", api -> api.get(theirs))
                .refuses("GET " + shipments + "/{id}", api -> api.get(theirs))
                .refuses("POST " + shipments + "/{id}/receive", api -> api.post(theirs + "/receive", "{}"));
    }

    private static String because() {
        return "{\"reason\":\"x\"}";
    }

    private static ApiClient versioned(ApiClient api) {
        return api.with("If-Match", "\"0\"");
    }

    private static ApiClient keyed(ApiClient api) {
        return api.with("Idempotency-Key", Ids.next().toString());
    }
}
