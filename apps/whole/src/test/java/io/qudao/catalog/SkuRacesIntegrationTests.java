package io.qudao.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Records of SKUs are written one by one, though a product is stored with all of its SKUs. */
@HttpTest
class SkuRacesIntegrationTests {
    private static final String SKUS = "/api/v1/records/sku";
    private static final int MANY = 24;

    @Autowired
    private ApplicationContext context;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(context, "R", "12.34");
    }

    @Test
    void addsAllThatComeAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Future<Answer>>();
            for (int number = 0; number < MANY; number++) {
                String body = "{\"product\":\"%s\",\"code\":\"R-%d\",\"name\":\"R\",\"base_unit\":\"each\"}"
                        .formatted(shop.product, number);
                answers.add(threads.submit(() -> shop.admin.post(SKUS, body)));
            }
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(201);
            }
        }
        assertThat(shop.admin
                        .get("/api/v1/products/" + shop.product)
                        .json()
                        .path("skus")
                        .size())
                .isEqualTo(MANY + 1);
    }

    @Test
    void changesOneWhileOthersComeBeside() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 10; round++) {
                String body = "{\"product\":\"%s\",\"code\":\"B-%d\",\"name\":\"R\",\"base_unit\":\"each\"}"
                        .formatted(shop.product, round);
                String path = SKUS + "/" + shop.sku;
                String name = "{\"name\":\"Name %d\"}".formatted(round);
                var change = shop.admin.with("If-Match", shop.admin.get(path).header("ETag"));
                var added = threads.submit(() -> shop.admin.post(SKUS, body));
                var changed = threads.submit(() -> change.patch(path, name));
                assertThat(added.get().status()).as(added.get().body()).isEqualTo(201);
                assertThat(changed.get().status()).as(changed.get().body()).isEqualTo(200);
            }
        }
    }
}
