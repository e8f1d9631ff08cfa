package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.CatalogFixture;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchSource;
import io.qudao.tenancy.Caller;
import io.qudao.testing.HttpTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class SearchSourcesIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionTemplate transaction;

    private ChannelFixture channel;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
    }

    @Test
    void describesProductByAllItsNamesAndCodes() {
        var goods = new CatalogFixture(context, channel);
        var draft = goods.draft("W550", 24);
        var sku = new SkuDraft("W550-S", "纯净水 单瓶", "6901234567892", "bottle", List.of(), SkuStatus.ON_SHELF);
        var product = goods.product(new ProductDraft("W550", "纯净水 550ml", "泉", draft.category(), List.of(sku)));
        var document = documents("product", product.id().value()).getFirst();
        assertThat(document.title()).isEqualTo("纯净水 550ml");
        assertThat(document.keywords()).containsExactly("W550", "W550-S", "6901234567892");
        assertThat(document.texts()).containsExactly("泉", "Category drinks", "纯净水 单瓶");
        assertThat(document.payload()).contains("\"code\":\"W550\"");
        assertThat(ids("product")).containsExactly(product.id().value());
    }

    @Test
    void hidesProductOffTheShelfFromBuyers() { // T2
        var goods = new CatalogFixture(context, channel);
        var product = goods.product(goods.draft("W550", 24));
        var dealer = channel.of(channel.add("D", PartnerRole.DEALER, null), "order.create");
        assertThat(visible("product", dealer, product.id().value())).hasSize(1);
        assertThat(visible("product", channel.of(channel.root()), product.id().value()))
                .isEmpty();
        var draft = goods.draft("W550", 24);
        var off = draft.skus().getFirst();
        channel.asAdmin(() -> context.getBean(Products.class)
                .update(
                        product.id(),
                        product.version(),
                        new ProductDraft(
                                "W550",
                                "Water",
                                "",
                                draft.category(),
                                List.of(new SkuDraft(
                                        off.code(),
                                        off.name(),
                                        null,
                                        off.baseUnit(),
                                        off.units(),
                                        SkuStatus.OFF_SHELF)))));
        assertThat(visible("product", dealer, product.id().value())).isEmpty();
        assertThat(visible("product", channel.admin(), product.id().value())).hasSize(1);
    }

    @Test
    void showsPartnersToThoseWhoKnowThem() { // T2
        var east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        var west = channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        var document = documents("partner", east.id().value()).getFirst();
        assertThat(document.title()).isEqualTo("Partner EAST");
        assertThat(document.keywords()).contains("EAST");
        assertThat(visible(
                        "partner",
                        channel.of(east, "partner.read"),
                        east.id().value(),
                        west.id().value()))
                .containsExactly(east.id().value());
        assertThat(visible("partner", channel.of(east), east.id().value())).isEmpty();
        assertThat(ids("partner")).hasSize(3);
        var other = new ChannelFixture(context);
        var foreign = other.inTransaction(
                () -> source("partner").read(List.of(east.id().value())));
        assertThat(foreign).isEmpty();
    }

    private List<SearchDocument> documents(String object, UUID id) {
        return channel.inTransaction(() -> source(object).read(List.of(id)));
    }

    private List<UUID> ids(String object) {
        return channel.inTransaction(() -> source(object).ids(null)).items();
    }

    private Set<UUID> visible(String object, Caller caller, UUID... ids) {
        return channel.as(
                caller, () -> transaction.execute(status -> source(object).visible(List.of(ids))));
    }

    private SearchSource source(String object) {
        return context.getBeansOfType(SearchSource.class).values().stream()
                .filter(source -> source.object().equals(object))
                .findFirst()
                .orElseThrow();
    }
}
