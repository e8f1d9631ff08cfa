package io.qudao.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody at a screen: finds elements by their {@code data-test} names and notes what the browser complains about. */
final class Visitor implements AutoCloseable {
    /** For a page of a program that has just started, on a machine that does much else; what is waited for is exact. */
    private static final double PATIENCE = 60_000;

    private static final int LOADS = 20;

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final boolean LONG = Boolean.getBoolean("qudao.tests.long");

    /** Follows a link of a page of ours, which answers without being loaded anew; false on another page. */
    private static final String FOLLOW = """
            address => {
                const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(client => client.isActive);
                if (clients.length === 0 || new URL(address).origin !== location.origin) {
                    return false;
                }
                window.followed = false;
                window.addEventListener('vaadin-navigated', () => window.followed = true, { once: true });
                const link = Object.assign(document.createElement('a'), { href: address });
                document.body.append(link);
                link.click();
                link.remove();
                return true;
            }""";

    /** The page has gone where the link leads, or a new one was loaded for it. */
    private static final String FOLLOWED = "() => window.followed !== false";

    private static final String SETTLED = """
            () => {
                const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(client => client.isActive);
                return document.readyState === 'complete'
                    && [...document.images].every(i => i.complete || i.getBoundingClientRect().top > innerHeight)
                    && (!document.getElementById('outlet') || clients.length > 0)
                    && clients.every(client => !client.isActive());
            }""";
    private static final String WAITING = """
            () => JSON.stringify({
                state: document.readyState,
                images: [...document.images].filter(i => !i.complete).map(i => i.src),
                clients: Object.entries(window.Vaadin?.Flow?.clients ?? {})
                    .map(([name, client]) => name + ':' + (client.isActive ? client.isActive() : '-'))
            })""";

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final String language;
    private final String name;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> pending = new TreeSet<>();
    private final Set<String> failed = new TreeSet<>();

    /** @param session of somebody who is signed in, or null */
    Visitor(Browser browser, String home, Screen screen, String language, @Nullable String session) {
        this.home = home;
        this.language = language;
        this.name = screen.name().toLowerCase(java.util.Locale.ROOT) + "-" + language;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale(language)
                .setHasTouch(screen == Screen.PHONE)
                .setTimezoneId("Asia/Shanghai")
                .setStorageState(session));
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        page.onRequest(request -> pending.add(request.url()));
        page.onRequestFinished(request -> pending.remove(request.url()));
        page.onRequestFailed(request -> {
            pending.remove(request.url());
            failed.add(request.failure() + " " + request.url());
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                failed.add(response.status() + " " + response.url());
            }
        });
        page.onWebSocket(socket -> {
            pending.add(socket.url());
            socket.onFrameReceived(frame -> pending.remove(socket.url()));
            socket.onClose(closed -> pending.remove(socket.url()));
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    String language() {
        return language;
    }

    /** Uncaught errors of scripts so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /**
     * Opens a path below the site's root, or a full address: from a page of ours by a link, as people do. A long run loads
     * every page anew.
     */
    Visitor open(String path) {
        if (LONG || !(Boolean) page.evaluate(FOLLOW, address(path))) {
            return load(path);
        }
        await(() -> page.waitForFunction(FOLLOWED));
        return settle();
    }

    /** Opens a path, or a full address, that the browser loads anew. */
    Visitor load(String path) {
        page.navigate(address(path));
        return settle();
    }

    /** Loads a path until something is there that another node may know a moment later than the one it was made on. */
    Visitor loadUntil(String path, String test) {
        for (int times = 1; times < LOADS && the(test).count() == 0; times++) {
            load(path);
        }
        return see(test);
    }

    private String address(String path) {
        return URI.create(home + "/").resolve(path).toString();
    }

    /** Through the real page of the identity provider; then in this visitor's language, whichever the member's was. */
    Visitor signIn(String email, String password) {
        page.navigate(home + "/");
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in") && !url.contains("/oauth2/"));
        settle();
        return speak();
    }

    /** What makes other visitors the same person, who reads this language whatever is chosen elsewhere. */
    String session() {
        context.addCookies(List.of(new Cookie("QUDAO_LANGUAGE", language).setUrl(home)));
        return context.storageState();
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
        return await(() -> the(test).click());
    }

    /** Types into the input of a name, and leaves it. */
    Visitor fill(String test, String text) {
        var input = the(test).locator("input, textarea").first();
        input.fill(text);
        input.blur();
        return settle();
    }

    /** Chooses what has this text from the list that opens. */
    Visitor choose(String test, String text) {
        the(test).click();
        page.locator("vaadin-select-item, vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(text).setVisible(true))
                .first()
                .click();
        return settle();
    }

    /** Waits until the text is in the element of a name. */
    Visitor see(String test, String text) {
        return await(() -> assertThat(the(test))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE)));
    }

    /** Waits until the input of a name holds this. */
    Visitor holds(String test, String value) {
        return await(() -> assertThat(the(test).locator("input, textarea").first())
                .hasValue(value, new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE)));
    }

    Visitor see(String test) {
        return await(
                () -> assertThat(the(test)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE)));
    }

    /** Waits until there is nothing of a name to see. */
    Visitor miss(String test) {
        return await(() -> assertThat(page.locator("[data-test='" + test + "']:visible"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE)));
    }

    /** Waits until the page is there and nothing is loading: a page of ours has its script at work, and waiting for nothing. */
    Visitor settle() {
        return await(() -> page.waitForFunction(SETTLED));
    }

    /** Does what waits; says what the page itself was waiting for, and keeps a picture, if it is in vain. */
    private Visitor await(Runnable step) {
        try {
            step.run();
            return this;
        } catch (TimeoutError | AssertionError vain) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("in-vain-" + name + ".png")));
            throw new AssertionError(
                    "%s waits for %s and %s; failed: %s, complaints: %s"
                            .formatted(page.url(), page.evaluate(WAITING), pending, failed, complaints),
                    vain);
        }
    }

    /** Keeps a picture of what can be seen, in a long run: it takes longer than what it is taken of. */
    Visitor shoot(String what) {
        settle();
        if (!LONG) {
            return this;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(what + "-" + name + ".png"))
                .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
        return this;
    }

    private Visitor speak() {
        String speaks = "language => language.startsWith(document.documentElement.lang)";
        if (!(Boolean) page.evaluate(speaks, language)) {
            load("/me").click("me-language-" + language);
            page.waitForFunction(speaks, language);
        }
        return settle();
    }

    @Override
    public void close() {
        context.close();
    }
}
