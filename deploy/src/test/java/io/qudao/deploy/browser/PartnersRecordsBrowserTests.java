package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The brand publishes an object of its own; a partner fills in records on a phone, and the brand reads them. */
@ExtendWith(InBrowser.class)
class PartnersRecordsBrowserTests {
    private static final String ADMIN = "admin@qule.example";
    private static final String OUTLET = "o01@qule.example";

    private final String number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    private final String object = "fridge_loan_" + number;
    private final String list = "/objects/" + object;

    @Test
    void partnerAddsARecordOnAPhoneTheBrandReadsIt(Site site) {
        publish(site);
        String record = lend(site);
        read(site, record);
        try (var outlet = site.signIn(OUTLET, Screen.PHONE, "en")) {
            outlet.open("/me").click("me-objects-" + object).see("records", "F-17");
            assertThat(outlet.page().locator("h1").innerText()).isEqualTo("Fridge loan " + number);
            looksRight(outlet);
            assertThat(Look.chinese(outlet.page())).isEmpty();
        }
    }

    /** An object with a field, for partners: each sees its own records. */
    private void publish(Site site) {
        try (var admin = site.signIn(ADMIN, Screen.DESKTOP, "zh-CN")) {
            admin.open("/build").click("change-set-new").fill("change-set-name", "loans " + number);
            admin.click("change-set-create").miss("change-set-create");
            admin.click("build-add-object").see("object-save");
            admin.fill("object-label-zh-CN", "冰柜借用" + number).fill("object-label-en", "Fridge loan " + number);
            admin.fill("object-name", object).click("object-save").miss("object-save");
            admin.click("build-add-field").see("field-save");
            admin.fill("field-label-zh-CN", "冰柜编号")
                    .fill("field-label-en", "Fridge")
                    .choose("field-type", "文本");
            admin.click("field-save").miss("field-save");
            admin.open("/build/plan")
                    .click("build-publish")
                    .see("publish-confirm")
                    .choose("access-" + object + "-dealer", "查看并编辑本伙伴的记录")
                    .click("publish-confirm");
            admin.see("published", "经销商（查看并编辑本伙伴的记录）");
        }
    }

    private String lend(Site site) {
        try (var outlet = site.signIn(OUTLET, Screen.PHONE, "zh-CN")) {
            outlet.loadUntil("/", "quick-objects-" + object)
                    .see("quick-objects-" + object, "冰柜借用" + number)
                    .click("tab-me");
            outlet.click("me-objects-" + object).see("record-first");
            looksRight(outlet.shoot("portal-records-none"));
            speaksChinese(outlet);
            outlet.click("record-first").see("record-save").click("record-save");
            outlet.see("record-field-name").shoot("portal-record-required");
            outlet.fill("record-field-name", "F-17").fill("record-field-fridge", "X-1");
            outlet.click("record-save").see("notice-done");
            looksRight(outlet.shoot("portal-record"));
            speaksChinese(outlet);
            String record = outlet.page().url().replaceFirst(".*" + list, list);
            assertThat(record).matches(list + "/[0-9a-f-]{36}");
            outlet.click("back").see("records", "F-17").see("tab-me");
            looksRight(outlet.shoot("portal-records"));
            // A card instead of columns leads to the record.
            outlet.page()
                    .locator("[data-test='records'] .record-card a:visible")
                    .first()
                    .click();
            outlet.holds("record-field-fridge", "X-1");
            outlet.open("/work" + record).holds("record-field-fridge", "X-1").see("tab-me");
            assertThat(outlet.page().url()).endsWith(record).doesNotContain("/work" + record);
            assertThat(outlet.complaints()).isEmpty();
            return record;
        }
    }

    private static void read(Site site, String record) {
        try (var admin = site.signIn(ADMIN, Screen.DESKTOP, "zh-CN")) {
            admin.open(record).holds("record-field-fridge", "X-1").see("nav-work-objects");
            assertThat(admin.page().url()).endsWith("/work" + record);
            assertThat(admin.complaints()).isEmpty();
        }
    }

    private static void looksRight(Visitor visitor) {
        assertThat(Look.tooWide(visitor.page())).as(visitor.page().url()).isZero();
        assertThat(Look.barriers(visitor.page())).as(visitor.page().url()).isEmpty();
    }

    private static void speaksChinese(Visitor visitor) {
        assertThat(Look.english(visitor.page())).as(visitor.page().url()).isEmpty();
    }
}
