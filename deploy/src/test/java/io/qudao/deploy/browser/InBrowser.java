package io.qudao.deploy.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.qudao.deploy.Terminal;
import io.qudao.deploy.demo.Demo;
import io.qudao.deploy.stack.StackDescription;
import io.qudao.deploy.stack.WholeStack;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Site}: the whole stack with the demo tenant and a browser, each started once. The stack is one of
 * its own, or the one that runs from the folder named by {@code QUDAO_TEST_STACK}; the browser is the program named by
 * {@code QUDAO_TEST_BROWSER}, which {@code ./qudao test} finds or installs. Without one the tests are skipped.
 */
final class InBrowser implements ParameterResolver, ExecutionCondition {
    private static final String BROWSER = "QUDAO_TEST_BROWSER";
    private static final String STACK = "QUDAO_TEST_STACK";

    private final WholeStack wholeStack = new WholeStack();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return setting(BROWSER) == null
                ? ConditionEvaluationResult.disabled("NO BROWSER: set " + BROWSER + " to a Chromium")
                : ConditionEvaluationResult.enabled("");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.create(InBrowser.class));
        return store.computeIfAbsent(Site.class, key -> open(parameter, context), Site.class);
    }

    private Site open(ParameterContext parameter, ExtensionContext context) {
        String home = setting(STACK);
        StackDescription stack = home == null
                ? wholeStack.resolveParameter(parameter, context).description()
                : StackDescription.running(Path.of(home)).orElseThrow();
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(Objects.requireNonNull(setting(BROWSER))))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none")));
        var site = new Site(stack, demo(stack), playwright, browser, new HashMap<>());
        warmUp(site);
        return site;
    }

    /** The first pages of a node that has just started take their time: once for each node, before any test waits for them. */
    private static void warmUp(Site site) {
        int nodes = site.stack().platformNodes().size();
        for (int node = 0; node < nodes; node++) {
            try (var visitor = site.signInAgain("o01@qule.example", Screen.PHONE, "zh-CN")) {
                visitor.open("/catalogue").see("offer");
            }
        }
    }

    private static Demo demo(StackDescription stack) {
        try {
            var quiet = new PrintStream(PrintStream.nullOutputStream());
            return Demo.in(stack, new Terminal(quiet, quiet, new BufferedReader(new StringReader("")), false));
        } catch (Exception failed) {
            throw new IllegalStateException("The demo tenant was not loaded", failed);
        }
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return environment;
    }

    private static @Nullable String setting(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * Everything there is to look at.
     *
     * @param sessions of who has signed in to the demo tenant, by address and language
     */
    record Site(StackDescription stack, Demo demo, Playwright playwright, Browser browser, Map<String, String> sessions)
            implements AutoCloseable {
        /**
         * A new visitor of the demo tenant, signed in, at no page yet: the first one by password, others in the same
         * session.
         */
        Visitor signIn(String email, Screen screen, String language) {
            String session = sessions.computeIfAbsent(email + " " + language, who -> session(email, screen, language));
            return new Visitor(browser, stack.tenantUrl(Demo.SLUG), screen, language, session);
        }

        private String session(String email, Screen screen, String language) {
            try (var visitor = signInAgain(email, screen, language)) {
                return visitor.session();
            }
        }

        /** A new visitor of the demo tenant, signed in by password. */
        Visitor signInAgain(String email, Screen screen, String language) {
            return visit(Demo.SLUG, screen, language).signIn(email, demo.password());
        }

        /** A new visitor of a tenant who has not signed in. */
        Visitor visit(String tenant, Screen screen, String language) {
            return new Visitor(browser, stack.tenantUrl(tenant), screen, language, null);
        }

        /** A new visitor of the public site. */
        Visitor visitPublicSite(Screen screen, String language) {
            return new Visitor(browser, stack.url(), screen, language, null);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
