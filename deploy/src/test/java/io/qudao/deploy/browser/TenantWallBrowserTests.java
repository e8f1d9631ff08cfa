package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import io.qudao.deploy.demo.Demo;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company signs up on the public page; it and the demo never see each other. */
@ExtendWith(InBrowser.class)
class TenantWallBrowserTests {
    private static final String PASSWORD = "a few good words";

    private final String slug = "b" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = "boss@" + slug + ".example";

    @Test
    void signsACompanyUpThatSeesNothingOfAnother(Site site) { // T1
        signUp(site);
        try (var boss = site.visit(slug, Screen.DESKTOP, "zh-CN").signIn(email, PASSWORD)) {
            boss.open("/work").settle().shoot("new-company");
            assertThat(boss.page().locator("body").innerText()).contains("自家烘焙").doesNotContain("渠乐", "盛禾", "川汇");
            boss.open("work/products").settle();
            assertThat(boss.page().locator("body").innerText()).doesNotContain("渠乐", "茉莉清茶");
            assertThat(boss.complaints()).isEmpty();
        }
    }

    @Test
    void refusesPeopleOfOneTenantAtAnother(Site site) { // T1
        signUp(site);
        try (var boss = site.visit(Demo.SLUG, Screen.DESKTOP, "zh-CN").open("/")) {
            boss.page().locator("#email").fill(email);
            boss.page().locator("#password").fill(PASSWORD);
            boss.page().locator("button[type=submit]").click();
            boss.page().locator("[role=alert]").waitFor();
            assertThat(boss.page().url()).contains("/sign-in");
            boss.shoot("refused");
        }
    }

    private void signUp(Site site) {
        try (var stranger = site.visitPublicSite(Screen.PHONE, "zh-CN").open("/sign-up")) {
            var page = stranger.page();
            page.locator("#company").fill("自家烘焙");
            page.locator("#slug").fill(slug);
            page.locator("#name").fill("田野");
            page.locator("#email").fill(email);
            page.locator("#password").fill(PASSWORD);
            assertThat(Look.tooWide(page)).isZero();
            assertThat(Look.english(page)).isEmpty();
            stranger.shoot("sign-up");
            page.locator("button[type=submit]").click();
            page.waitForURL(url -> url.contains(slug + ".localhost"));
        }
    }
}
