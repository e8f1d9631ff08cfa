package io.qudao.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Opening stock has no natural key, so a file that comes again would count again. */
@HttpTest
class StockTwiceIntegrationTests {
    private static final String FILE = "sku_code,quantity\nTWICE,7\n";
    private static final String WRONG = "sku_code,quantity\nTWICE,7\nNONE,1\n";

    @Autowired
    private ApplicationContext context;

    @Test
    void refusesTheSameFileWithinADayUnlessItHasAKey() {
        var shop = new Shop(context, "TWICE", "1.00");
        long before = onHand(shop);
        assertThat(upload(shop.admin, FILE).status()).isEqualTo(200);
        var again = upload(shop.admin, FILE);
        assertThat(again.code()).as(again.body()).isEqualTo("imports.repeated_file");
        assertThat(again.status()).isEqualTo(409);
        assertThat(onHand(shop)).isEqualTo(before + 7);
        var keyed = shop.admin.with("Idempotency-Key", Ids.next().toString());
        assertThat(upload(keyed, FILE).status()).isEqualTo(200);
        assertThat(onHand(shop)).isEqualTo(before + 14);
    }

    @Test
    void takesAFileAgainOfWhichNothingWasStored() {
        var shop = new Shop(context, "TWICE", "1.00");
        for (int time = 0; time < 2; time++) {
            var wrong = upload(shop.admin, WRONG);
            assertThat(wrong.code()).as(wrong.body()).isEqualTo("imports.rejected");
        }
    }

    private static Answer upload(ApiClient client, String file) {
        return client.with("Content-Type", "text/csv")
                .post("/api/v1/imports?wait=true&mode=all_or_nothing&target=stock", file);
    }

    private static long onHand(Shop shop) {
        return shop.admin
                .get("/api/v1/stock")
                .json()
                .path("items")
                .valueStream()
                .mapToLong(level -> level.path("onHand").asLong())
                .sum();
    }
}
