package io.qudao.deploy.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.qudao.deploy.demo.Demo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every page must be: no wider than the screen, in the reader's language, usable by all. */
final class Look {
    /** Our pages have no frames, in which axe would have to look too. */
    private static final String BARRIERS = """
            async () => {
                const found = await axe.run(document, { resultTypes: ['violations'] });
                return found.violations
                    .filter(finding => ['serious', 'critical'].includes(finding.impact))
                    .map(finding => finding.id + ': '
                        + finding.nodes.slice(0, 3).map(node => node.target + ' ' + node.html.replaceAll('\\n', ' ')).join(', '))
                    .join('\\n');
            }""";

    /** All that is shown or read out, within shadow roots too; not what is written for machines, or drawn of goods' names. */
    private static final String WORDS = """
            () => {
                const words = [];
                const skipped = 'script, style, noscript, template, .build-code, .q-code, .q-tile, vaadin-connection-indicator';
                const visit = node => {
                    if (node.nodeType === Node.TEXT_NODE) {
                        words.push(node.data);
                    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(skipped)
                            && (getComputedStyle(node).display === 'contents'
                                || node.checkVisibility({ visibilityProperty: true }))) {
                        ['aria-label', 'placeholder', 'title', 'alt'].forEach(
                            name => words.push(node.getAttribute(name) ?? ''));
                        node.shadowRoot?.childNodes.forEach(visit);
                        node.childNodes.forEach(visit);
                    }
                };
                visit(document.body);
                return words.map(word => word.trim()).filter(word => word).join('\\n');
            }""";

    /** Runs of Latin letters that are words, not units, codes, addresses or names. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    private static final Pattern NOT_WORDS = Pattern.compile(
            "[\\w.+-]+@[\\w.-]+|https?://\\S+|[\\w-]*\\.localhost\\S*|English|Qudao|Ctrl|[A-Z]{2,}[A-Z0-9]*(-[A-Z0-9]+)*|\\S+\\.(csv|xlsx)");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private static final List<String> TABLES = List.of("categories.csv", "partners.csv", "people.csv", "products.csv");

    /** The name of Chinese in Chinese; the company, its initial, admin and brand; its price lists, warehouse and first stock. */
    private static final Set<String> NAMED_ELSEWHERE =
            Set.of("简体中文", "繁體中文", "渠乐饮品", "渠", "陈可", "渠乐", "出厂价", "批发价", "核心分销价", "茶饮", "鲁迅路便利店合同价", "渠乐中央仓", "期初库存");

    private static final Set<String> OWN = own();

    private Look() {}

    /** By how many pixels the page is wider than the screen. */
    static int tooWide(Page page) {
        return ((Number) page.evaluate("() => Math.max(0, document.documentElement.scrollWidth -"
                        + " document.documentElement.clientWidth)"))
                .intValue();
    }

    /** English words on a Chinese page. */
    static List<String> english(Page page) {
        String text = NOT_WORDS.matcher(words(page)).replaceAll(" ");
        return WORD.matcher(text).results().map(word -> word.group()).distinct().toList();
    }

    /** Chinese words on an English page that are not the company's own: its goods, partners and people. */
    static List<String> chinese(Page page) {
        return han(words(page)).filter(word -> !OWN.contains(word)).distinct().toList();
    }

    /**
     * Serious findings of axe, a line each. Its own builder would read the script anew for each look, and have everything
     * told that is as it should be.
     */
    static List<String> barriers(Page page) {
        if ((Boolean) page.evaluate("() => !window.axe")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return ((String) page.evaluate(BARRIERS)).lines().toList();
    }

    private static String words(Page page) {
        return (String) page.evaluate(WORDS);
    }

    private static Stream<String> han(String text) {
        return HAN.matcher(text).results().map(MatchResult::group);
    }

    /** Returns the words in the tables of the demo, and the names that it uses without a table. */
    private static Set<String> own() {
        var own = new HashSet<>(NAMED_ELSEWHERE);
        for (String table : TABLES) {
            try (var stream = Objects.requireNonNull(Demo.class.getResourceAsStream(table), table)) {
                han(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).forEach(own::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Set.copyOf(own);
    }
}
