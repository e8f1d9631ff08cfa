package io.qudao.search.internal;

import io.qudao.search.SearchDocument;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fragments by which a text is found. Letters and digits form words; in Chinese, which has no spaces, every two
 * adjacent characters form a fragment. Width, case and accents are ignored. A query's fragment matches every indexed
 * one that starts with it.
 */
final class Fragments {
    static final int OF_TITLE = 4;
    static final int OF_KEYWORD = 3;
    static final int OF_TEXT = 1;

    private static final int LONGEST = 60;
    private static final int MOST_IN_QUERY = 12;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PARTS = Pattern.compile("\\p{N}+|[^\\p{N}]+");

    private Fragments() {}

    /** Returns every fragment of a document with its highest weight. */
    static Map<String, Integer> of(SearchDocument document) {
        var fragments = new TreeMap<String, Integer>();
        add(fragments, document.title(), OF_TITLE);
        for (String keyword : document.keywords()) {
            add(fragments, keyword, OF_KEYWORD);
            add(fragments, String.join("", runs(keyword)), OF_KEYWORD);
        }
        document.texts().forEach(text -> add(fragments, text, OF_TEXT));
        return fragments;
    }

    /** Returns the fragments that must all occur; empty if the query contains none. */
    static List<String> ofQuery(String query) {
        Set<String> fragments = new LinkedHashSet<>();
        for (String run : runs(query)) {
            if (!isFragmented(run.codePointAt(0))) {
                fragments.add(cut(run));
            } else if (run.codePointCount(0, run.length()) == 1) {
                fragments.add(run);
            } else {
                fragments.addAll(pairs(run));
            }
        }
        return fragments.stream().limit(MOST_IN_QUERY).toList();
    }

    private static void add(Map<String, Integer> fragments, String text, int weight) {
        for (String run : runs(text)) {
            for (String fragment : indexed(run)) {
                fragments.merge(fragment, weight, Math::max);
            }
        }
    }

    /**
     * Returns a word with its parts of letters and of digits, or all pairs of a Chinese run and its last character.
     */
    private static List<String> indexed(String run) {
        var indexed = new ArrayList<String>();
        if (isFragmented(run.codePointAt(0))) {
            indexed.addAll(pairs(run));
            indexed.add(run.substring(run.offsetByCodePoints(run.length(), -1)));
        } else {
            indexed.add(cut(run));
            PARTS.matcher(run).results().map(part -> cut(part.group())).forEach(indexed::add);
        }
        return indexed;
    }

    private static List<String> pairs(String run) {
        int[] points = run.codePoints().toArray();
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }

    /** Returns runs of letters and digits, with Chinese separated from the rest. */
    private static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        boolean fragmented = false;
        for (int point : plain(text).codePoints().toArray()) {
            boolean word = Character.isLetterOrDigit(point);
            if (!run.isEmpty() && (!word || isFragmented(point) != fragmented)) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (word) {
                fragmented = isFragmented(point);
                run.appendCodePoint(point);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    private static boolean isFragmented(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }

    private static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(decomposed).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String cut(String run) {
        return run.codePointCount(0, run.length()) <= LONGEST
                ? run
                : run.substring(0, run.offsetByCodePoints(0, LONGEST));
    }
}
