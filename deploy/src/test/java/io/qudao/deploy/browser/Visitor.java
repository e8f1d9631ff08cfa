package io.qudao.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a screen: finds elements by their {@code data-test} names and notes what the browser complains about. */
final class Visitor implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final String name;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String home, Screen screen, String language) {
        this.home = home;
        this.name = screen.name().toLowerCase(java.util.Locale.ROOT) + "-" + language;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale(language)
                .setHasTouch(screen == Screen.PHONE)
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    /** Uncaught errors of scripts so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    Visitor open(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Through the real page of the identity provider. */
    Visitor signIn(String email, String password) {
        open("/");
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in") && !url.contains("/oauth2/"));
        settle();
        return this;
    }

    /** The elements of a name. */
    Locator all(String test) {
        return page.locator("[data-test='" + test + "']");
    }

    /** The element of a name that can be seen. */
    Locator the(String test) {
        return page.locator("[data-test='" + test + "']:visible").first();
    }

    Visitor click(String test) {
        the(test).click();
        return this;
    }

    /** Waits until the text is in the element of a name. */
    Visitor see(String test, String text) {
        assertThat(the(test)).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        return this;
    }

    Visitor see(String test) {
        assertThat(the(test)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        return this;
    }

    /** Waits until nothing is loading. */
    Visitor settle() {
        page.waitForFunction("""
            () => document.readyState === 'complete'
                && [...document.images].every(i => i.complete || i.getBoundingClientRect().top > innerHeight)
                && (!window.Vaadin || !window.Vaadin.Flow || !window.Vaadin.Flow.clients
                    || Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive()))\
            """);
        return this;
    }

    /** Keeps a picture of what can be seen. */
    Visitor shoot(String what) {
        settle();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(what + "-" + name + ".png"))
                .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
