package io.qudao.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.SkuId;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Stock, page by page. */
@HttpTest
class StockPagesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Stock stock;

    @Test
    void showsEveryLevelOnce() {
        var trade = TradeFixture.in(context);
        var seen = new ArrayList<SkuId>();
        String cursor = null;
        do {
            String after = cursor;
            var page = trade.as(trade.distributor, () -> stock.levels(List.of(), after, 1));
            page.items().forEach(level -> seen.add(level.sku()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrder(trade.cola.id(), trade.tea.id());
    }
}
