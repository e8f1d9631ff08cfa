package io.qudao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.catalog.CatalogFixture;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.partner.ChannelFixture;
import io.qudao.partner.PartnerRole;
import io.qudao.tenancy.Caller;
import io.qudao.testing.HttpTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Products and partners are found once they are committed, by those who may see them. */
@HttpTest
class ChannelSearchIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Search search;

    private ChannelFixture channel;
    private CatalogFixture goods;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
        goods = new CatalogFixture(context, channel);
    }

    @Test
    void findsProductsByFragmentCodeAndBarcode() {
        var created = goods.product(draft("COLA-500", "可口可乐 500ml", "6901028001", SkuStatus.ON_SHELF));
        awaitFound(channel.admin(), "可乐", "可口可乐 500ml");
        for (String query : List.of("口可", "cola", "COLA-500", "69010280", "500 可乐")) {
            assertThat(titles(channel.admin(), query)).as(query).containsExactly("可口可乐 500ml");
        }
        var hit = channel.asAdmin(() -> search.search("可乐", Set.of("product"), 10))
                .getFirst();
        assertThat(hit.id()).isEqualTo(created.id().value());
        assertThat(hit.payload()).contains("COLA-500");
    }

    @Test
    void hidesWhatIsOffTheShelfFromDealers() {
        goods.product(draft("OLD", "停售汽水", null, SkuStatus.OFF_SHELF));
        goods.product(draft("NEW", "新品汽水", null, SkuStatus.ON_SHELF));
        var dealer = channel.of(channel.add("D", PartnerRole.DEALER, null), "order.create");
        awaitFound(channel.admin(), "汽水", "新品汽水", "停售汽水");
        assertThat(titles(dealer, "汽水")).containsExactly("新品汽水");
    }

    @Test
    void findsPartnersWithinReach() { // T2
        var east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        var west = channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        var shop = channel.add("SHOP", PartnerRole.OUTLET, east);
        awaitFound(channel.admin(), "partner", "Partner EAST", "Partner WEST", "Partner SHOP");
        assertThat(titles(channel.of(east, "partner.read"), "partner"))
                .containsExactlyInAnyOrder("Partner EAST", "Partner SHOP");
        assertThat(titles(channel.of(west, "partner.read"), "shop")).isEmpty();
        assertThat(titles(channel.of(shop, "partner.read"), "shop")).containsExactly("Partner SHOP");
        var stranger = new ChannelFixture(context); // T1
        assertThat(titles(stranger.admin(), "partner")).isEmpty();
    }

    @Test
    void buildsTheIndexOfBothAnew() {
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        goods.sku("W550", 24);
        long records = channel.asAdmin(() -> search.reindex(Set.of("partner", "product")));
        assertThat(records).isEqualTo(3);
        awaitFound(channel.admin(), "w550", "Product W550");
    }

    private ProductDraft draft(String code, String name, @Nullable String barcode, SkuStatus status) {
        var sku = new SkuDraft(code, name, barcode, "bottle", List.of(), status);
        return new ProductDraft(
                code,
                name,
                "",
                goods.category("c-" + code.toLowerCase(Locale.ROOT)).id(),
                List.of(sku));
    }

    private void awaitFound(Caller caller, String query, String... titles) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(titles(caller, query)).contains(titles));
    }

    private List<String> titles(Caller caller, String query) {
        return channel.as(caller, () -> search.search(query, Set.of(), 50)).stream()
                .map(SearchHit::title)
                .toList();
    }
}
