package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import io.qudao.deploy.demo.Demo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every main page in both languages and on both screens: a picture to look at, no barrier, no sideways scroll. */
@ExtendWith(InBrowser.class)
class LookBrowserTests {
    private static final List<String> PORTAL =
            List.of("/", "/catalogue", "/cart", "/orders", "/receipts", "/stock", "/business", "/me");
    private static final List<String> WORKSPACE =
            List.of("/work", "/work/orders", "/work/partners", "/work/products", "/work/prices", "/work/stock");

    @Test
    void showsThePortalToASellerOnAPhoneInChinese(Site site) {
        try (var visitor = site.signIn("s02@qule.example", Screen.PHONE, "zh-CN")) {
            assertThat(faults(visitor, PORTAL, true)).isEmpty();
        }
    }

    @Test
    void showsThePortalToASellerOnADesktopInEnglish(Site site) {
        try (var visitor = site.signIn("d02@qule.example", Screen.DESKTOP, "en")) {
            visitor.open("/me").click("me-language-en").settle();
            assertThat(faults(visitor, PORTAL, false)).isEmpty();
            visitor.open("/me").click("me-language-zh-CN").settle();
        }
    }

    @Test
    void showsTheWorkspaceInChinese(Site site) {
        try (var visitor = site.signIn("admin@qule.example", Screen.DESKTOP, "zh-CN")) {
            assertThat(faults(visitor, WORKSPACE, true)).isEmpty();
        }
    }

    @Test
    void showsTheDoorsInBothLanguages(Site site) {
        var faults = new ArrayList<String>();
        for (String language : List.of("zh-CN", "en")) {
            boolean chinese = language.equals("zh-CN");
            for (var screen : Screen.values()) {
                try (var visitor = site.visitPublicSite(screen, language)) {
                    faults.addAll(faults(visitor, List.of("/", "/sign-up"), chinese));
                }
                try (var visitor = site.visit(Demo.SLUG, screen, language)) {
                    faults.addAll(faults(visitor, List.of("/sign-in"), chinese));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Visitor visitor, List<String> paths, boolean chinese) {
        var faults = new ArrayList<String>();
        for (String path : paths) {
            visitor.open(path).settle().shoot("look" + path.replace('/', '-'));
            var page = visitor.page();
            if (Look.tooWide(page) > 0) {
                faults.add(path + " is too wide by " + Look.tooWide(page));
            }
            if (chinese) {
                Look.english(page).forEach(word -> faults.add(path + " says " + word));
            }
            Look.barriers(page).forEach(barrier -> faults.add(path + " " + barrier));
        }
        visitor.complaints().forEach(faults::add);
        return faults;
    }
}
