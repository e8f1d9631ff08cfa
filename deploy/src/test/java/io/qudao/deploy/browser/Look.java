package io.qudao.deploy.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.qudao.deploy.demo.Demo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every page must be: no wider than the screen, in the reader's language, usable by all. */
final class Look {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Path DEMO = Path.of("src", "main");

    /** All that is shown or read out, within shadow roots too; not what is written for machines. */
    private static final String WORDS = """
            () => {
                const words = [];
                const skipped = 'script, style, noscript, template, .build-code, .q-code, vaadin-connection-indicator';
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
    static List<String> chinese(Page page, String own) {
        String text = words(page).replace("简体中文", " ");
        return HAN.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word -> !own.contains(word))
                .distinct()
                .toList();
    }

    /** All that the demo tenant calls its own by a Chinese name. */
    static String wordsOfTheDemo() {
        String folder = Demo.class.getPackageName().replace('.', '/');
        try (var files = Files.walk(DEMO)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().replace('\\', '/').contains(folder))
                    .map(Look::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serious findings of axe, a line each. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(finding -> GRAVE.contains(finding.getImpact()))
                        .flatMap(finding -> Stream.of(finding.getId() + ": "
                                + finding.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList()))
                        .toList();
    }

    private static String words(Page page) {
        return (String) page.evaluate(WORDS);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
