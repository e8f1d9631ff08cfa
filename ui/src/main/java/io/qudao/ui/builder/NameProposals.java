package io.qudao.ui.builder;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Proposes names that consist of lower-case letters, digits and underscores and are not taken. */
final class NameProposals {
    private static final int LONGEST = 60;

    private NameProposals() {}

    /**
     * Returns a name derived from a label.
     *
     * @param fallback name used if the label contains no letters
     */
    static String propose(String label, String fallback, Set<String> taken) {
        String plain = Normalizer.normalize(HanInitials.of(label), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+|_+$", "");
        String stem = plain.isEmpty() ? fallback : cut(plain, LONGEST);
        String name = stem;
        for (int number = 2; taken.contains(name); number++) {
            String suffix = "_" + number;
            name = cut(stem, LONGEST - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
