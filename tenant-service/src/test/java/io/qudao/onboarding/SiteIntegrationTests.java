package io.qudao.onboarding;

import static io.qudao.control.testing.Calls.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class SiteIntegrationTests {

    @Autowired
    private Calls calls;

    @Test
    void presentsItselfInEveryLanguage() {
        assertThat(calls.get(SITE, "/").body()).contains("One platform for your whole channel");
        assertThat(calls.get(SITE, "/?language=zh-CN").body()).contains("一个平台，连接整条渠道");
        assertThat(calls.get(SITE, "/?language=zh-TW").body()).contains("一個平台，串連整條通路");
        assertThat(calls.get(SITE, "/sign-up?language=zh-TW").body())
                .contains("name=\"locale\" value=\"zh-TW\"")
                .containsPattern("value=\"TWD\"[^>]*selected");
        assertThat(calls.get(SITE, "/identity/assets/page.css").header("Cache-Control"))
                .contains("max-age=3600");
        assertThat(calls.get(SITE, "/identity/assets/../application.properties").status())
                .isNotEqualTo(200);
    }

    @Test
    void signsUpOnThePageAndLeadsToTheTenantsSignIn() {
        var slug = Calls.fresh("page");
        var browser = new Browser(calls, SITE);
        var answer = browser.submit(browser.get("/sign-up"), "/sign-up", entries(slug));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("http://" + slug + ".localhost:8080/sign-in?language=en");
        assertThat(calls.get(slug + ".localhost:8080", "/identity/brand.css").body())
                .contains("#be123c");
    }

    @Test
    void showsWhatIsWrongBesideTheFieldsAndKeepsTheEntries() {
        var browser = new Browser(calls, SITE);
        browser.get("/sign-up?language=zh-CN");
        var entries = new HashMap<>(entries("www"));
        entries.put("company", "华夏 <b>茶业</b>");
        entries.put("email", "nobody");
        entries.put("accent", "#ffff00");
        var answer = browser.submit(browser.get("/sign-up"), "/sign-up", entries);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("地址 www 为系统保留。", "邮箱格式不正确。", "颜色过浅")
                .contains("value=\"华夏 &lt;b&gt;茶业&lt;/b&gt;\"")
                .doesNotContain(entries.get("password"));
    }

    @Test
    void needsTheFormOfItsOwnPage() {
        var answer = new Browser(calls, SITE).post("/sign-up", entries(Calls.fresh("forged")));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void leadsToATenantByItsAddress() {
        var tenant = calls.signUp("found");
        var found = calls.get(SITE, "/sign-in?tenant=" + tenant.slug());
        assertThat(found.header("Location")).isEqualTo(tenant.origin() + "/sign-in?language=en");
        assertThat(calls.get(SITE, "/sign-in?tenant=nowhere").body()).contains("There is no workspace at nowhere.");
        assertThat(calls.get(SITE, "/sign-in").status()).isEqualTo(200);
    }

    @Test
    void explainsWhatIsNotThere() {
        var page = calls.get(SITE, "/nothing", "Accept-Language", "zh-CN");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("页面不存在");
        assertThat(calls.get(SITE, "/api/v1/nothing").text("code")).isEqualTo("not_found");
    }

    private static Map<String, String> entries(String slug) {
        return Map.of(
                "slug", slug,
                "company", "Huaxia Tea",
                "name", "Lin Wei",
                "email", "lin@" + slug + ".example",
                "password", Calls.PASSWORD,
                "currency", "CNY",
                "accent", "#be123c");
    }
}
