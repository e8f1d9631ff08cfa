package io.qudao.ui.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.cart.Carts;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.inventory.Demand;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.MovementKind;
import io.qudao.inventory.Stock;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Quantity;
import io.qudao.pricing.PriceLists;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import io.qudao.ui.component.Stepper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sheet where goods are chosen says what the cart will say. */
class SkuSheetIntegrationTests extends PageTest {
    private Caller buyer;

    @BeforeEach
    void breakThePrice() {
        buyer = member(trade.outlet, "dealer", Locale.SIMPLIFIED_CHINESE);
        trade.as(trade.distributor, () -> {
            var lists = trade.bean(PriceLists.class);
            var list = lists.list(trade.distributor.id(), null, 1).items().getFirst();
            return lists.put(
                    list.id(),
                    List.of(new PriceLists.EntryDraft(
                            trade.cola.id(), "case", 300, Instant.EPOCH, null, trade.yuan("130.00"))));
        });
    }

    @Test
    void pricesTheChosenQuantityAsTheCartDoes() { // P6
        trade.stockUp(trade.distributor, 6000);
        open(buyer, "catalogue");
        choose(300);
        assertThat(text("sheet-net")).isEqualTo("¥39,000.00");
        assertThat(text("sheet-each")).isEqualTo("¥130.00 / 箱");
        click("sheet-put");
        open(buyer, "cart");
        assertThat(text("cart-total")).isEqualTo("¥39,000.00");
    }

    @Test
    void showsThePriceBreaks() {
        open(buyer, "catalogue");
        choose(1);
        var breaks = all(component("sheet-breaks"))
                .filter(part -> "price-break".equals(part.getElement().getAttribute("data-test")))
                .map(part -> part.getElement().getTextRecursively())
                .toList();
        assertThat(breaks).containsExactly("1 箱起¥144.00", "300 箱起¥130.00");
        assertThat(text("sheet-net")).isEqualTo("¥144.00");
    }

    @Test
    void countsWhatIsInTheCartForPriceAndStock() {
        open(buyer, "catalogue");
        choose(5);
        click("sheet-put");
        choose(3);
        assertThat(text("sheet-reason")).isEqualTo("购物车中已有 5 箱，按合计数量计价。");
        choose(4);
        assertThat(text("sheet-reason")).isEqualTo("库存不足：仅可用 100 件，购物车中已有 60 件，请减少数量。");
        assertThat(component("sheet-put", Button.class).isEnabled()).isFalse();
    }

    @Test
    void saysHowManyCanBeEntered() {
        open(buyer, "catalogue");
        choose(1_234_567);
        var quantity = component("sheet-quantity", Stepper.class);
        assertThat(quantity.getValue()).isEqualTo(999_999);
        assertThat(quantity.getHelperText()).isEqualTo("最多 999,999");
        TenantScope.run(buyer, () -> quantity.setValue(2));
        assertThat(quantity.getHelperText()).isNullOrEmpty();
    }

    @Test
    void saysWhyTheCartCannotBeOrderedAndTakesWhatThereIs() {
        open(buyer, "catalogue");
        choose(8);
        click("sheet-put");
        trade.submit(3, "case");
        open(buyer, "cart");
        assertThat(component("cart-submit", Button.class).isEnabled()).isFalse();
        assertThat(text("cart-obstacle")).isEqualTo("有 1 项库存不足，请修改上方标出的数量。");
        click("cart-take");
        assertThat(text("cart-total")).isEqualTo("¥720.00");
        assertThat(component("cart-submit", Button.class).isEnabled()).isTrue();
        assertThat(named("cart-obstacle")).isEmpty();
    }

    @Test
    void takesWhatThereIsOfAUnitThatIsAFraction() { // U1
        var cheese = sellByHalves(3);
        var account = trade.account(trade.distributor, trade.outlet);
        TenantScope.run(buyer, () -> context.getBean(Carts.class).put(account, cheese.id(), new Quantity(8, "half")));
        open(buyer, "cart");
        assertThat(component("cart-submit", Button.class).isEnabled()).isFalse();
        click("cart-take");
        assertThat(text("cart-total")).isEqualTo("¥30.00");
        click("stepper-more");
        assertThat(text("cart-total")).isEqualTo("¥40.00");
    }

    /** Goods by the half, at 5.00 each, of which the distributor has so many whole ones. */
    private Sku sellByHalves(long stock) {
        var draft = new SkuDraft("CHEESE", "Cheese", null, "each", List.of(new Unit("half", 1, 2)), SkuStatus.ON_SHELF);
        var sku = trade.asPlatform(() -> context.getBean(Products.class)
                .create(new ProductDraft("CHEESE", "Cheese", "", trade.cola.category(), List.of(draft)))
                .skus()
                .getFirst());
        trade.as(trade.distributor, () -> {
            var lists = trade.bean(PriceLists.class);
            var list = lists.list(trade.distributor.id(), null, 1).items().getFirst();
            return lists.put(
                    list.id(),
                    List.of(new PriceLists.EntryDraft(sku.id(), "half", 1, Instant.EPOCH, null, trade.yuan("5.00"))));
        });
        trade.asPlatform(() -> trade.transaction(() -> {
            var warehouse = trade.bean(Warehouses.class).serving(trade.distributor.id());
            trade.bean(Stock.class)
                    .receive(
                            new DocumentRef("opening", Ids.next()),
                            MovementKind.OPENING,
                            warehouse.id(),
                            List.of(new Demand(sku.id(), stock)));
            return true;
        }));
        return sku;
    }

    @Test
    void keepsTheWordsOfASearchOnItsOwnPageOnly() {
        open(buyer, ShopNavigation.search("可乐"));
        assertThat(component("search", TextField.class).getValue()).isEqualTo("可乐");
        open(buyer, "orders");
        assertThat(component("search", TextField.class).getValue()).isEmpty();
    }

    @Test
    void searchesOnThePageOfResultsAgain() {
        open(buyer, ShopNavigation.search("乌龙"));
        assertThat(offers()).doesNotContain(trade.cola.code());
        open(buyer, ShopNavigation.search("可乐"));
        assertThat(offers()).containsExactly(trade.cola.code());
        open(buyer, ShopNavigation.search("乌龙"));
        assertThat(offers()).doesNotContain(trade.cola.code());
    }

    private static List<String> offers() {
        return all(UI.getCurrent())
                .filter(NativeButton.class::isInstance)
                .flatMap(part -> Stream.ofNullable(part.getElement().getAttribute("data-sku")))
                .toList();
    }

    @Test
    void saysThatItSearchesGoodsOnly() {
        open(buyer, ShopNavigation.search("SO00000001"));
        assertThat(TenantScope.call(buyer, PageTest::words)).anyMatch(text -> text.startsWith("此处只搜索商品"));
    }

    private void choose(int cases) {
        TenantScope.run(buyer, () -> {
            click(offer());
            roundTrip();
            var unit = all(component("sheet"))
                    .filter(part -> "case".equals(part.getElement().getAttribute("data-unit")))
                    .findFirst()
                    .orElseThrow();
            click(unit);
            component("sheet-quantity", Stepper.class).setValue(cases);
        });
    }

    private void click(String name) {
        TenantScope.run(buyer, () -> {
            click(component(name));
            roundTrip();
        });
    }

    private static void click(Component component) {
        ComponentUtil.fireEvent(component, new ClickEvent<>(component));
    }

    private String text(String name) {
        return component(name).getElement().getTextRecursively();
    }

    private static <T extends Component> T component(String name, Class<T> type) {
        return type.cast(component(name));
    }

    /** The last of them: a sheet that was closed may still be there. */
    private static Component component(String name) {
        return all(UI.getCurrent())
                .filter(part -> name.equals(part.getElement().getAttribute("data-test")))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }

    private Component offer() {
        return all(UI.getCurrent())
                .filter(part -> part instanceof NativeButton
                        && trade.cola.code().equals(part.getElement().getAttribute("data-sku")))
                .findFirst()
                .orElseThrow();
    }
}
