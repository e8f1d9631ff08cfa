package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.qudao.deploy.browser.InBrowser.Site;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An idle page ends with the sign-in it was opened with. */
@ExtendWith(InBrowser.class)
class EndedSignInBrowserTests {
    private static final double AT_MOST = 5_000;

    @ParameterizedTest
    @CsvSource({"DESKTOP, zh-CN, 已结束", "PHONE, en, has ended"})
    void pushesOpenPagesToTheSignInPage(Screen screen, String language, String message, Site site) { // PP-14
        try (var here = site.signInAgain("d02@qule.example", screen, language);
                var elsewhere = site.signInAgain("d02@qule.example", screen, language)) {
            here.open("/orders").settle();
            elsewhere.page().navigate(site.stack().tenantUrl("demo") + "/sign-out");
            elsewhere.page().locator("button[name=everywhere]").click();
            here.page().waitForURL(url -> url.contains("/sign-in"), new Page.WaitForURLOptions().setTimeout(AT_MOST));
            here.page().locator("#email").waitFor();
            assertThat(here.page().locator("[role=status]").innerText()).contains(message);
            here.shoot("signed-out-elsewhere");
            assertThat(Look.tooWide(here.page())).isZero();
            here.signIn("d02@qule.example", site.demo().password())
                    .open("/orders")
                    .settle();
            assertThat(here.page().url()).endsWith("/orders");
        }
    }
}
