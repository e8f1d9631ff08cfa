package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Ids;
import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.Endpoints;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import io.qudao.testing.StandardBusiness;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

/** Whose everything is that can be written: what is the whole tenant's is changed by its head office. */
@HttpTest
class OwnershipIntegrationTests {
    /** What is the tenant's, with a body that can be read. */
    private static final Map<String, String> OF_THE_TENANT = Map.ofEntries(
            Map.entry("PUT /api/v1/metadata/components/{kind}/{name}", "{\"label\":{\"en\":\"Visit\"}}"),
            Map.entry("DELETE /api/v1/metadata/components/{kind}/{name}", ""),
            Map.entry("DELETE /api/v1/metadata/draft", ""),
            Map.entry("POST /api/v1/metadata/components/{kind}/{name}/rename", "{\"name\":\"sooner\"}"),
            Map.entry("POST /api/v1/metadata/grants", "{\"object\":\"visit\",\"permissionSets\":[\"order_desk\"]}"),
            Map.entry("POST /api/v1/metadata/change-sets", "{\"name\":\"Mine\"}"),
            Map.entry("POST /api/v1/metadata/change-sets/{id}/choose", ""),
            Map.entry(
                    "POST /api/v1/metadata/change-sets/{id}/resolve",
                    "{\"kind\":\"object\",\"name\":\"later\",\"take\":\"mine\"}"),
            Map.entry("DELETE /api/v1/metadata/change-sets/{id}", ""),
            Map.entry("POST /api/v1/metadata/publish", "{\"comment\":\"Mine\"}"),
            Map.entry("POST /api/v1/metadata/releases/{number}/rollback", ""),
            Map.entry("POST /api/v1/search/reindex", ""),
            Map.entry("POST /api/v1/outbox/rejected/{consumer}/{position}/retry", ""),
            Map.entry("DELETE /api/v1/outbox/rejected/{consumer}/{position}", ""),
            Map.entry("POST /api/v1/products", "{}"),
            Map.entry("PUT /api/v1/products/{id}", "{}"),
            Map.entry("PUT /api/v1/products/{id}/picture", "picture"),
            Map.entry("POST /api/v1/categories", "{}"),
            Map.entry("PUT /api/v1/categories/{id}", "{}"),
            Map.entry("PUT /api/v1/price-mode", "{\"mode\":\"lowest\"}"));

    /** Endpoints that write what belongs to a single partner; a new one needs a reason why that is not tenant-wide. */
    private static final Set<String> OF_A_PARTNER = Set.of(
            "POST /api/v1/partners",
            "PUT /api/v1/partners/{id}",
            "POST /api/v1/accounts",
            "PUT /api/v1/accounts/{id}",
            "PUT /api/v1/credit/{account}/limit",
            "POST /api/v1/price-lists",
            "PUT /api/v1/price-lists/{id}",
            "POST /api/v1/price-lists/{id}/entries",
            "DELETE /api/v1/price-lists/{id}/entries/{entry}",
            "POST /api/v1/warehouses",
            "POST /api/v1/stock/adjustments",
            "POST /api/v1/orders",
            "POST /api/v1/orders/quote",
            "POST /api/v1/orders/{id}/submit",
            "POST /api/v1/orders/{id}/approve",
            "POST /api/v1/orders/{id}/reject",
            "POST /api/v1/orders/{id}/cancel",
            "POST /api/v1/orders/{id}/close",
            "POST /api/v1/orders/{id}/retry",
            "POST /api/v1/orders/{id}/shipments",
            "POST /api/v1/shipments/{id}/receive",
            "POST /api/v1/members",
            "PATCH /api/v1/members/{id}");

    /** Whose it is depends on the object, the target or the process, which say so themselves. */
    private static final Set<String> AS_THE_OBJECT_SAYS = Set.of(
            "POST /api/v1/records/{object}",
            "POST /api/v1/records/{object}/query",
            "POST /api/v1/records/{object}/batch",
            "PATCH /api/v1/records/{object}/{id}",
            "DELETE /api/v1/records/{object}/{id}",
            "POST /api/v1/records/{object}/{id}/restore",
            "POST /api/v1/imports",
            "POST /api/v1/imports/{id}/cancel",
            "POST /api/v1/approvals/{id}/approve",
            "POST /api/v1/approvals/{id}/reject");

    @Autowired
    private ApplicationContext context;

    private Shop shop;
    private ApiClient forPartner;

    @BeforeEach
    void actForAPartner() {
        shop = new Shop(context, "shop", "12.34");
        forPartner = shop.admin.with("X-Qudao-Partner", shop.distributor);
    }

    @Test
    void saysOfEverythingThatWritesWhoseItIs() {
        var writing = writing();
        var office = writing.entrySet().stream()
                .filter(endpoint -> endpoint.getValue().hasMethodAnnotation(HeadOffice.class))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(office).containsExactlyInAnyOrderElementsOf(OF_THE_TENANT.keySet());
        writing.keySet().removeAll(office);
        assertThat(writing.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(OF_A_PARTNER, AS_THE_OBJECT_SAYS)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> changesNothingOfTheTenantsWhileActingForAPartner() {
        return OF_THE_TENANT.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    var words = one.getKey().split(" ", 2);
                    var path = words[1].replace("{kind}", "object")
                            .replace("{name}", "visit")
                            .replaceAll("\\{(number|position)}", "1")
                            .replace("{consumer}", "search")
                            .replace("{id}", Ids.next().toString());
                    var client = forPartner.with("If-Match", "\"1\"");
                    var refused = (path.endsWith("/picture") ? client.with("Content-Type", "image/png") : client)
                            .send(words[0], path, one.getValue());
                    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
                    assertThat(refused.code()).isEqualTo("head_office");
                }));
    }

    @Test
    void importsNoGoodsWhileActingForAPartner() {
        var refused = forPartner
                .with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports?target=products&mode=good_rows", "code,name\nA,A\n");
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("head_office");
    }

    private Map<String, HandlerMethod> writing() {
        var writing = new TreeMap<String, HandlerMethod>();
        Stream.of(Endpoints.of(context, Tenant.class), StandardBusiness.endpoints(context))
                .flatMap(library -> library.entrySet().stream())
                .filter(endpoint -> !endpoint.getKey().startsWith("GET ")
                        && !endpoint.getKey().contains(" /internal/"))
                .forEach(endpoint -> {
                    var words = endpoint.getKey().split(" ", -1);
                    writing.put(words[0] + " " + words[1], endpoint.getValue());
                });
        return writing;
    }
}
