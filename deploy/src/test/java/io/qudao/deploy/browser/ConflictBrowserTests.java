package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names change while people use them, and two drafts contradict each other. Each test has its own object. */
@ExtendWith(InBrowser.class)
class ConflictBrowserTests {
    private static final String ADMIN = "admin@qule.example";

    private final String number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    private final String object = "store_visit_" + number;

    @ParameterizedTest
    @CsvSource({"DESKTOP, zh-CN, mine, 我的得分", "PHONE, en, theirs, 同事的得分"})
    void settlesWhatTwoDraftsContradict(Screen screen, String language, String side, String label, Site site) {
        publishObject(site);
        try (var admin = site.signIn(ADMIN, screen, language)) {
            relabel(begin(admin.open("/build/objects/" + object), "mine " + number), "我的得分");
            relabel(begin(admin.open("/build/objects/" + object), "theirs " + number), "同事的得分");
            publish(admin);
            admin.open("/build/objects/" + object).choose("change-sets", "mine " + number);
            admin.click("draft-conflicts").see("conflict-" + object + ".score", "我的得分");
            admin.see("conflict-" + object + ".score", "同事的得分").see("conflict-" + object + ".score", "评分");
            admin.shoot("builder-conflict");
            assertThat(language.equals("en") ? Look.chinese(admin.page()) : Look.english(admin.page()))
                    .as("but names of drafts and labels in the other language")
                    .filteredOn(word -> !word.contains("得分") && !word.contains("评分") && !word.contains(number))
                    .isSubsetOf("mine", "theirs", "Score");
            assertThat(Look.tooWide(admin.page())).isZero();
            assertThat(Look.barriers(admin.page())).isEmpty();
            admin.click("take-" + side + "-" + object + ".score")
                    .see("conflicts-none")
                    .miss("draft-conflicts");
            if (side.equals("mine")) {
                publish(admin);
            }
            admin.open("/build/objects/" + object).see("field-score", label);
        }
    }

    @Test
    void keepsValuesThroughOtherNames(Site site) {
        publishObject(site);
        try (var admin = site.signIn(ADMIN, Screen.PHONE, "zh-CN")) {
            begin(admin.open("/build/objects/" + object), "names " + number);
            admin.click("field-edit-score")
                    .fill("field-technical-name", "points")
                    .click("field-save");
            admin.miss("field-save").see("field-points").click("object-rename");
            admin.fill("rename-label-zh-CN", "巡店" + number).fill("rename-plural-label-zh-CN", "巡店列表" + number);
            admin.fill("rename-name", "tour_" + number).shoot("builder-rename").click("rename-save");
            admin.miss("rename-save").page().waitForURL(url -> url.endsWith("/build/objects/tour_" + number));
            admin.see("field-points");
            admin.open("/build/plan").see("change-tour_" + number, "改名");
            publish(admin);
            admin.open("work/objects/tour_" + number).see("records", "汉阳一店").see("records", "4");
            assertThat(admin.page().locator("h1").innerText()).isEqualTo("巡店列表" + number);
            admin.open("/build/objects/tour_" + number).click("object-rename").fill("rename-name", "order");
            admin.click("rename-save").see("rename-name", "order 重复");
        }
    }

    /** An object with a field and a record. */
    private void publishObject(Site site) {
        try (var admin = site.signIn(ADMIN, Screen.DESKTOP, "zh-CN")) {
            begin(admin.open("/build"), "base " + number)
                    .click("build-add-object")
                    .see("object-save");
            admin.fill("object-label-zh-CN", "门店拜访").fill("object-label-en", "Store visit");
            admin.fill("object-name", object).click("object-save").miss("object-save");
            admin.click("build-add-field").see("field-save");
            admin.fill("field-label-zh-CN", "评分")
                    .fill("field-label-en", "Score")
                    .choose("field-type", "整数");
            admin.click("field-save").miss("field-save");
            publish(admin);
            admin.open("work/objects/" + object + "/new").fill("record-field-name", "汉阳一店");
            admin.fill("record-field-score", "4").click("record-save").see("record-delete");
        }
    }

    /** Goes on in a new draft. */
    private static Visitor begin(Visitor admin, String draft) {
        admin.click("change-set-new").fill("change-set-name", draft).click("change-set-create");
        return admin.miss("change-set-create");
    }

    private static void relabel(Visitor admin, String label) {
        admin.click("field-edit-score").fill("field-label-zh-CN", label).fill("field-label-en", label);
        admin.click("field-save").miss("field-save").see("field-score", label);
    }

    private static void publish(Visitor admin) {
        admin.open("/build/plan").click("build-publish").see("publish-confirm").click("publish-confirm");
        admin.see("published");
    }
}
