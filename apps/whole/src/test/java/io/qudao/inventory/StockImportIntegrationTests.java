package io.qudao.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.CatalogFixture;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.imports.ImportFixture;
import io.qudao.partner.ChannelFixture;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TestStack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = EngineTestApplication.class)
@ContextConfiguration(initializers = TestStack.class)
class StockImportIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Test
    void takesWholeBaseUnitsOnly() { // U1
        var channel = new ChannelFixture(context);
        var goods = new CatalogFixture(context, channel);
        var cheese =
                new SkuDraft("CHEESE", "Cheese", null, "wheel", List.of(new Unit("half", 1, 2)), SkuStatus.ON_SHELF);
        var shelf = goods.category("dairy").id();
        var sku = goods.product(new ProductDraft("CHEESE", "Cheese", "", shelf, List.of(cheese)))
                .skus()
                .getFirst();
        var wrong = new ImportFixture(context, "stock")
                .run(
                        channel,
                        channel.admin(),
                        "sku_code,quantity,unit",
                        "CHEESE,6,half",
                        "CHEESE,1,half",
                        "CHEESE,1,slice");
        assertThat(wrong).containsExactly("3:quantity:not_whole", "4:unit:unknown_unit");
        var levels = channel.asAdmin(() -> context.getBean(Stock.class).levels(List.of(sku.id()), null, 10));
        assertThat(levels.items()).extracting(StockLevel::onHand).containsExactly(3L);
    }
}
