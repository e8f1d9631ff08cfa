package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The brand changes its own objects while everything runs. Each test uses its own names. */
@ExtendWith(InBrowser.class)
class BuilderBrowserTests {
    private static final String ADMIN = "admin@qule.example";

    private final String number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    private final String object = "store_visit_" + number;
    private final String records = "work/objects/" + object;

    @Test
    void publishesAnObjectAndAFieldOfOrdersAndSeesThemLive(Site site) {
        try (var admin = site.signIn(ADMIN, Screen.DESKTOP, "zh-CN")) {
            addObject(admin);
            leaveOffThePage(admin);
            addField(admin.open("/build/objects/order"), "活动编号" + number, "Campaign " + number, "文本");
            speaksChinese(admin.shoot("builder-order"));
            publish(admin.open("/build/plan"));
            admin.see("published", "门店拜访" + number).shoot("builder-published");
            speaksChinese(admin);
            fill(admin);
            seeOnAnOrder(admin);
            assertThat(admin.complaints()).isEmpty();
        }
        try (var admin = site.signIn(ADMIN, Screen.PHONE, "en")) {
            admin.open(records + "/new").see("record-save").shoot("record-new");
            assertThat(admin.page().locator("h1").innerText()).isEqualTo("New: Store visit " + number);
            assertThat(admin.page().locator("body").innerText()).contains("Score", "Note");
            assertThat(Look.chinese(admin.page())).isEmpty();
            assertThat(Look.tooWide(admin.page())).isZero();
            assertThat(Look.barriers(admin.page())).isEmpty();
            admin.open("/build/objects/" + object).see("field-score").shoot("builder-object");
            assertThat(Look.chinese(admin.page())).isEmpty();
            assertThat(Look.tooWide(admin.page())).isZero();
        }
    }

    @Test
    void losesNothingThatWasTyped(Site site) {
        try (var admin = site.signIn(ADMIN, Screen.DESKTOP, "zh-CN");
                var colleague = site.signInAgain(ADMIN, Screen.DESKTOP, "zh-CN")) {
            addObject(admin);
            publish(admin.open("/build/plan"));
            fill(admin);
            String record = admin.page().url();
            colleague
                    .open(record)
                    .fill("record-field-score", "7")
                    .click("record-save")
                    .see("notice-done");
            admin.fill("record-field-score", "9")
                    .click("record-save")
                    .see("record-stale")
                    .shoot("record-stale");
            speaksChinese(admin);
            admin.click("record-take-score").miss("record-stale").holds("record-field-score", "7");
            admin.fill("record-field-score", "8")
                    .click("nav-work-orders")
                    .see("confirm-no")
                    .shoot("record-leave");
            admin.click("confirm-no").miss("confirm-no").holds("record-field-score", "8");
            admin.page().waitForFunction("window.onbeforeunload !== null");
            admin.click("nav-work-orders").click("confirm-yes").miss("record-field-score");
            admin.page().waitForFunction("window.onbeforeunload === null");
            admin.open(record).fill("record-field-score", "8");
            admin.miss("notice-done").page().keyboard().press("Control+s");
            admin.see("notice-done").click("record-delete").see("confirm-yes").click("confirm-yes");
            admin.see("record-first").shoot("records-none");
            admin.fill("records-filter", "scor > 3").shoot("records-filter-wrong");
            assertThat(admin.the("records-filter").getAttribute("invalid")).isNotNull();
            admin.miss("record-first");
        }
    }

    @Test
    void takesAFieldAwayAndGoesBack(Site site) {
        try (var admin = site.signIn(ADMIN, Screen.DESKTOP, "zh-CN")) {
            addObject(admin);
            publish(admin.open("/build/plan"));
            admin.open("/build/releases");
            String before = admin.page()
                    .locator("[data-test^='release-']")
                    .first()
                    .getAttribute("data-test")
                    .replaceFirst("release-", "");
            fill(admin);
            admin.open("/build/objects/" + object).click("field-edit-score").see("field-save");
            admin.fill("field-label-zh-CN", "得分")
                    .click("field-save")
                    .miss("field-save")
                    .see("field-score", "得分");
            publish(admin.open("/build/plan"));
            admin.open("/build/objects/" + object).click("field-remove-score").see("confirm-yes");
            admin.click("confirm-yes").miss("field-score");
            admin.open("/build/plan").see("plan-destructive").shoot("builder-plan-destructive");
            publish(admin);
            admin.open(records).see("records", "汉阳一店").shoot("records-without");
            assertThat(admin.the("records").innerText()).doesNotContain("得分", "评分");
            admin.open("/build/releases").click("rollback-" + before).see("confirm-yes");
            admin.click("confirm-yes").see("notice-done").shoot("builder-releases");
            admin.open(records).see("records", "评分");
        }
    }

    /** An object with a field, in the draft: whatever an earlier test left there goes. */
    private void addObject(Visitor admin) {
        admin.open("/build").see("draft-bar");
        if (!"0".equals(admin.the("draft-bar").getAttribute("data-waiting"))) {
            admin.click("draft-discard").click("confirm-yes").miss("draft-discard");
        }
        admin.click("build-add-object").see("object-save");
        admin.fill("object-label-zh-CN", "门店拜访" + number).fill("object-label-en", "Store visit " + number);
        admin.holds("object-name", object).shoot("builder-add-object");
        admin.click("object-save").miss("object-save").see("build-add-field");
        addField(admin, "评分", "Score", "整数");
    }

    private static void addField(Visitor admin, String chinese, String english, String type) {
        admin.click("build-add-field").see("field-save");
        admin.fill("field-label-zh-CN", chinese).fill("field-label-en", english).choose("field-type", type);
        admin.shoot("builder-add-field").click("field-save").miss("field-save");
        assertThat(admin.page().locator(".build-field").allInnerTexts()).anyMatch(row -> row.contains(chinese));
    }

    /** Adds a field, which a separate step would put on the page. */
    private static void leaveOffThePage(Visitor admin) {
        admin.click("build-add-field").see("field-save");
        admin.fill("field-label-zh-CN", "备注").fill("field-label-en", "Note");
        admin.the("field-on-page").click();
        admin.click("field-save").miss("field-save").see("field-note").miss("page-field-note");
        admin.choose("page-add", "备注").see("page-field-note").shoot("builder-page");
    }

    private static void publish(Visitor admin) {
        admin.see("plan-changes").shoot("builder-plan");
        speaksChinese(admin);
        admin.click("build-publish").see("publish-confirm").fill("publish-comment", "2026-11");
        if (admin.all("publish-destructive").isVisible()) {
            admin.the("publish-destructive").locator("input").check();
        }
        admin.click("publish-confirm").see("published");
    }

    /** A record, made on the page that was published. */
    private void fill(Visitor admin) {
        admin.open(records).click("record-new").see("record-save").click("record-save");
        admin.see("record-field-name", "").shoot("record-required");
        admin.fill("record-field-name", "汉阳一店").fill("record-field-score", "4").click("record-save");
        admin.see("record-delete").holds("record-field-score", "4").shoot("record-saved");
    }

    /** The page of an order shows the field, and what it was filled with. */
    private void seeOnAnOrder(Visitor admin) {
        admin.open("work/orders?show=all").see("orders");
        admin.page().locator("[data-test='orders'] a").first().click();
        admin.see("own-fields", "活动编号" + number).click("order-fields").see("record-save");
        admin.fill("record-field-campaign_" + number, "2026-11")
                .click("record-save")
                .see("notice-done");
        admin.page().goBack();
        admin.see("own-field-campaign_" + number, "2026-11").shoot("order-with-own-field");
        speaksChinese(admin);
    }

    private static void speaksChinese(Visitor visitor) {
        assertThat(Look.english(visitor.page())).as(visitor.page().url()).isEmpty();
    }
}
