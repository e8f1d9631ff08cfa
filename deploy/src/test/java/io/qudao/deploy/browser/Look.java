package io.qudao.deploy.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every page must be: no wider than the screen, in the reader's language, usable by all. */
final class Look {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Runs of Latin letters that are words, not units, codes, addresses or names of the demo. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    private static final Pattern NOT_WORDS = Pattern.compile(
            "[\\w.+-]+@[\\w.-]+|https?://\\S+|[\\w-]*\\.localhost\\S*|English|Qudao|[A-Z]{2,}[A-Z0-9]*(-[A-Z0-9]+)*|\\S+\\.(csv|xlsx)");

    private Look() {}

    /** By how many pixels the page is wider than the screen. */
    static int tooWide(Page page) {
        return ((Number) page.evaluate("() => Math.max(0, document.documentElement.scrollWidth -"
                        + " document.documentElement.clientWidth)"))
                .intValue();
    }

    /** English words that can be seen. */
    static List<String> english(Page page) {
        String shown = page.locator("body > :not(vaadin-connection-indicator)").allInnerTexts().stream()
                .collect(Collectors.joining("\n"));
        String text = NOT_WORDS.matcher(shown).replaceAll(" ");
        return WORD.matcher(text).results().map(word -> word.group()).distinct().toList();
    }

    /** Serious findings of axe, a line each; Vaadin's own tab list is left out, of which axe misreads the inside. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .exclude("vaadin-tabs").analyze().getViolations().stream()
                        .filter(finding -> GRAVE.contains(finding.getImpact()))
                        .flatMap(finding -> Stream.of(finding.getId() + ": "
                                + finding.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList()))
                        .toList();
    }
}
