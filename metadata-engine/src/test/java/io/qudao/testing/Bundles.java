package io.qudao.testing;

import io.qudao.kernel.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The message bundles on the class path. */
public final class Bundles {
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+?)(?:_(zh_CN|zh_TW))?\\.properties");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");

    /** The classic character sets of the two scripts: what only the other one writes is in neither. */
    private static final Map<Language, Charset> SCRIPTS = Map.of(
            Language.SIMPLIFIED_CHINESE, Charset.forName("GB2312"),
            Language.TRADITIONAL_CHINESE, Charset.forName("Big5"));

    private Bundles() {}

    /** Returns what is wrong: texts missing in a language, other arguments, characters of the other script. */
    public static List<String> faults() {
        var faults = new ArrayList<String>();
        all().forEach((name, bundle) -> {
            var english = bundle.getOrDefault(Language.ENGLISH, Map.of());
            for (var language : Language.values()) {
                var texts = bundle.getOrDefault(language, Map.of());
                compare(name + " " + language.tag() + " ", english, texts, faults);
                texts.forEach((key, text) -> foreign(text, language)
                        .forEach(character ->
                                faults.add(key + " " + language.tag() + ": " + character + " in " + text)));
            }
        });
        return faults;
    }

    /** Returns all texts in a language. */
    public static Set<String> texts(Language language) {
        return all().values().stream()
                .flatMap(bundle -> bundle.getOrDefault(language, Map.of()).values().stream())
                .collect(Collectors.toSet());
    }

    /** Returns the Chinese characters of a text that are not written in this language. */
    public static Set<String> foreign(String text, Language language) {
        var script = SCRIPTS.get(language);
        return script == null
                ? Set.of()
                : text.codePoints()
                        .filter(Character::isIdeographic)
                        .mapToObj(Character::toString)
                        .filter(character -> !script.newEncoder().canEncode(character))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void compare(
            String where, Map<String, String> english, Map<String, String> texts, List<String> faults) {
        Stream.concat(english.keySet().stream(), texts.keySet().stream())
                .distinct()
                .forEach(key -> {
                    if (!english.containsKey(key) || !texts.containsKey(key)) {
                        faults.add(where + key + ": in one language only");
                    } else if (!arguments(english.get(key)).equals(arguments(texts.get(key)))) {
                        faults.add(where + key + ": other arguments");
                    }
                });
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<String, Map<Language, Map<String, String>>> all() {
        var all = new TreeMap<String, Map<Language, Map<String, String>>>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
                var name = NAME.matcher(String.valueOf(file.getFilename()));
                if (!name.matches()) {
                    throw new IllegalStateException("Not a name of a message bundle: " + file);
                }
                var language = Stream.of(Language.values())
                        .filter(each -> each.tag().replace('-', '_').equals(name.group(2)))
                        .findFirst()
                        .orElse(Language.ENGLISH);
                all.computeIfAbsent(name.group(1), first -> new EnumMap<>(Language.class))
                        .put(language, read(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all;
    }

    private static Map<String, String> read(Resource file) throws IOException {
        var read = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        }
        var texts = new TreeMap<String, String>();
        read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }
}
