package io.qudao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.language.Language;
import io.qudao.testing.Bundles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All words come from the bundles, and every language has all of them. */
class WordsUnitTests {
    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern USED = Pattern.compile("Texts\\.of\\(\\s*\"([a-z0-9_.A-Z]+)\"[,)]");
    private static final Pattern CHOICE = Pattern.compile("\\{\\d,choice,(?:[^{}]|\\{\\d})*}");
    private static final Pattern COUNTED = Pattern.compile(
            "(?<!most |than |least )\\{\\d} (?:of \\{\\d} |own |new |more )?"
                    + "(?:records|rows|lines|fields|orders|conflicts|members|objects|pieces|seconds|minutes|hours|days)\\b");
    private static final Pattern WORDS_IN_CODE = Pattern.compile(
            "new (?:Span|H[123]|Paragraph|Button|NativeButton)\\(\\s*\"[^\"]|setText\\(\"[^\"]|\\p{IsHan}");

    static Stream<Path> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files.filter(file -> !file.toString().contains("_zh_")).toList().stream();
        }
    }

    @Test
    void saysEverythingInEveryLanguage() {
        assertThat(Bundles.faults()).isEmpty();
    }

    @Test
    void saysNothingThatIsNotInABundle() throws IOException {
        var known = new TreeSet<String>();
        for (Path bundle : bundles().toList()) {
            known.addAll(read(bundle).stringPropertyNames());
        }
        var missing = new TreeSet<String>();
        for (Path source : sources()) {
            USED.matcher(Files.readString(source))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !key.startsWith("problem.") && !key.startsWith("violation."))
                    .filter(key -> !known.contains(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /** A number that may be one is followed by a word in the plural only where the text chooses. */
    @Test
    void countsOneOfAThing() { // PP-23
        assertThat(Bundles.texts(Language.ENGLISH))
                .isNotEmpty()
                .noneMatch(text ->
                        COUNTED.matcher(CHOICE.matcher(text).replaceAll("")).find());
    }

    @Test
    void keepsWordsOutOfCode() throws IOException {
        var found = new ArrayList<String>();
        for (Path source : sources()) {
            for (String line : Files.readAllLines(source)) {
                boolean comment = line.strip().startsWith("*") || line.strip().startsWith("/*");
                if (!comment && WORDS_IN_CODE.matcher(line).find()) {
                    found.add(source.getFileName() + ": " + line.strip());
                }
            }
        }
        // A language is named in its own words.
        found.removeIf(line -> line.startsWith("Languages.java"));
        assertThat(found).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Properties read(Path bundle) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
