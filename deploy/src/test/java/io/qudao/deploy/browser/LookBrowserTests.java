package io.qudao.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.browser.InBrowser.Site;
import io.qudao.deploy.demo.Demo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both languages: a picture to look at, no barrier, no sideways scroll, no word of the other language. */
@ExtendWith(InBrowser.class)
class LookBrowserTests {
    private static final List<String> PORTAL =
            List.of("/", "/catalogue", "/cart", "/orders", "/receipts", "/stock", "/business", "/objects", "/me");
    private static final List<String> WORKSPACE = List.of(
            "work",
            "work/orders",
            "work/orders?show=all",
            "work/partners",
            "work/products",
            "work/prices",
            "work/stock",
            "work/objects",
            "work/objects/order");
    private static final List<String> BUILDER =
            List.of("/build", "/build/objects/order", "/build/plan", "/build/releases");

    @ParameterizedTest
    @CsvSource({"PHONE, zh-CN", "DESKTOP, en"})
    void showsThePortalToASeller(Screen screen, String language, Site site) {
        try (var visitor = site.signIn("s02@qule.example", screen, language)) {
            assertThat(faults(visitor, PORTAL)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, zh-CN", "PHONE, en"})
    void showsWorkspaceAndBuilderToTheBrand(Screen screen, String language, Site site) {
        try (var visitor = site.signIn("admin@qule.example", screen, language)) {
            assertThat(faults(visitor, WORKSPACE)).isEmpty();
            assertThat(faults(visitor, BUILDER)).isEmpty();
        }
    }

    @Test
    void hidesTheWorkspaceFromPartners(Site site) {
        try (var dealer = site.signIn("s02@qule.example", Screen.DESKTOP, "zh-CN")) {
            dealer.open("/").click("person-menu").see("sign-out");
            assertThat(dealer.all("face-WORKSPACE").count()).isZero();
            dealer.open("work/orders").see("error-home");
        }
    }

    @Test
    void showsTheDoorsInBothLanguages(Site site) {
        var faults = new ArrayList<String>();
        for (String language : List.of("zh-CN", "en")) {
            for (var screen : Screen.values()) {
                try (var visitor = site.visitPublicSite(screen, language)) {
                    faults.addAll(faults(visitor, List.of("/", "/sign-up")));
                }
                try (var visitor = site.visit(Demo.SLUG, screen, language)) {
                    faults.addAll(faults(visitor, List.of("/sign-in")));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Visitor visitor, List<String> paths) {
        var faults = new ArrayList<String>();
        for (String path : paths) {
            visitor.open(path).shoot("look-" + path.replaceFirst("^/", "").replaceAll("[/?]", "-"));
            var page = visitor.page();
            if (Look.tooWide(page) > 0) {
                faults.add(path + " is too wide by " + Look.tooWide(page));
            }
            var foreign = visitor.language().equals("en") ? Look.chinese(page) : Look.english(page);
            foreign.forEach(word -> faults.add(path + " says " + word));
            Look.barriers(page).forEach(barrier -> faults.add(path + " " + barrier));
        }
        faults.addAll(visitor.complaints());
        return faults;
    }
}
