package io.qudao.imports.internal;

import io.qudao.imports.ImportCells;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells rows refused for what they say from those refused only because an earlier row has their key. */
final class RepeatedKeys {
    private RepeatedKeys() {}

    /** Returns the rows in which more is wrong than that they repeat another. */
    static Set<Long> refused(List<Violation> wrong) {
        return wrong.stream()
                .filter(violation -> !isRepeat(violation))
                .flatMap(violation -> Stream.ofNullable(violation.row()))
                .collect(Collectors.toSet());
    }

    /** Returns the rows in which nothing is wrong but that they repeat a refused one, so that nobody has their key. */
    static Set<Long> ofRefused(List<Violation> wrong) {
        var refused = refused(wrong);
        return wrong.stream()
                .filter(violation -> isRepeat(violation) && refused.contains(earlier(violation)))
                .flatMap(violation -> Stream.ofNullable(violation.row()))
                .filter(row -> !refused.contains(row))
                .collect(Collectors.toSet());
    }

    private static boolean isRepeat(Violation violation) {
        return violation.code().equals(ImportCells.REPEATED);
    }

    private static Long earlier(Violation repeat) {
        return Long.valueOf(repeat.arguments().getFirst());
    }
}
