package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One order, one level down the channel: the outlet on a phone, its distributor at a desk. */
@ExtendWith(InBrowser.class)
class OrderFlowBrowserTests {
    private static final String OUTLET = "o01@qule.example";
    private static final String SELLER = "s01@qule.example";
    private static final String SKU = "T01";
    private static final int PER_CASE = 15;

    @Test
    void outletOrdersOnAPhoneItsSellerShipsTheOutletReceives(Site site) { // O1 O2 I5
        long before;
        try (var seller = site.signIn(SELLER, Screen.DESKTOP, "zh-CN")) {
            before = onHand(seller);
        }
        String order = order(site);
        try (var seller = site.signIn(SELLER, Screen.DESKTOP, "zh-CN")) {
            ship(seller, order);
            assertThat(onHand(seller)).isEqualTo(before - 2 * PER_CASE);
            assertThat(seller.complaints()).isEmpty();
        }
        receive(site, order);
    }

    @Test
    void holdsAnOrderBeyondCreditAndSaysWhy(Site site) { // C3
        try (var outlet = site.signIn("o04@qule.example", Screen.PHONE, "zh-CN")) {
            put(outlet, "W02", "case", 5);
            put(outlet, "N06", "case", 3);
            outlet.open("/cart").see("cart-row").shoot("cart-over-credit").click("cart-submit");
            outlet.see("submission", "300").shoot("held");
            assertThat(outlet.the("submission").getAttribute("data-outcome")).isEqualTo("CreditHeld");
            outlet.the("submission").locator("a").click();
            outlet.see("hold").shoot("held-order");
            fits(outlet);
        }
    }

    private static String order(Site site) {
        try (var outlet = site.signIn(OUTLET, Screen.PHONE, "zh-CN")) {
            fits(outlet.open("/").shoot("home"));
            outlet.click("tab-catalogue").see("offer");
            fits(outlet.shoot("catalogue"));
            put(outlet, SKU, "case", 2);
            outlet.click("tab-cart").see("cart-row");
            fits(outlet.shoot("cart"));
            outlet.click("cart-submit").see("order-status", "待审核");
            fits(outlet.shoot("order"));
            assertThat(outlet.complaints()).isEmpty();
            return outlet.page().url().replaceFirst(".*/orders/", "/orders/");
        }
    }

    /** Chooses a SKU, its unit and how many, from the shelf. */
    private static void put(Visitor visitor, String sku, String unit, int quantity) {
        visitor.open("/catalogue?q=" + sku);
        visitor.page().locator("[data-test='offer'][data-sku='" + sku + "']").click();
        visitor.see("sheet-put");
        visitor.page().locator("[data-test='unit'][data-unit='" + unit + "']").click();
        for (int count = 2; count <= quantity; count++) {
            visitor.click("stepper-more").holds("stepper-value", String.valueOf(count));
        }
        visitor.shoot("sheet-" + sku);
        fits(visitor);
        visitor.click("sheet-put").miss("sheet-put").see("cart-count");
    }

    private static void ship(Visitor seller, String order) {
        seller.open("/business").see("order");
        seller.shoot("business");
        seller.open(order).see("order-approve").shoot("to-approve");
        seller.click("order-approve").see("order-ship");
        seller.click("order-ship").see("ship-send").shoot("ship");
        seller.click("ship-send").see("shipment").see("order-status", "已发货");
        seller.shoot("shipped");
    }

    private static void receive(Site site, String order) {
        try (var outlet = site.signIn(OUTLET, Screen.PHONE, "zh-CN")) {
            outlet.open("/receipts").see("receive-all");
            fits(outlet.shoot("receipts"));
            outlet.open(order).see("receive-all").click("receive-all").see("confirm-yes");
            fits(outlet.shoot("receive-confirm"));
            outlet.click("confirm-yes").see("order-status", "已完成");
            fits(outlet.shoot("received"));
        }
    }

    /** What the seller's stock page says of the SKU. */
    private static long onHand(Visitor seller) {
        seller.open("/stock").see("stock-rows");
        for (int rows = seller.all("stock-row").count(); seller.all("load-more").count() > 0; ) {
            seller.click("load-more");
            seller.all("stock-row").nth(rows).waitFor();
            rows = seller.all("stock-row").count();
        }
        seller.shoot("stock");
        var row = seller.page().locator("[data-test='stock-row'][data-sku='" + SKU + "'] [data-test='stock-on_hand']");
        var number = Pattern.compile("[\\d,]+").matcher(row.innerText());
        assertThat(number.find()).isTrue();
        return Long.parseLong(number.group().replace(",", ""));
    }

    private static void fits(Visitor visitor) {
        assertThat(Look.tooWide(visitor.page())).as(visitor.page().url()).isZero();
        assertThat(Look.english(visitor.page())).as(visitor.page().url()).isEmpty();
    }
}
