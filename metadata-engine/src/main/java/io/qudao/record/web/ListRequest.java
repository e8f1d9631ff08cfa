package io.qudao.record.web;

import io.qudao.kernel.Violations;
import io.qudao.metadata.ListView.Sort;
import io.qudao.record.Query;
import io.qudao.record.Query.Count;
import io.qudao.record.RecordProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list request of a client, from a URL or a body.
 *
 * @param sort fields in order; a minus before a field reverses it
 */
record ListRequest(
        @Nullable String filter,
        @Nullable List<String> sort,
        @Nullable List<String> fields,
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable Count count,
        @Nullable Boolean labels,
        @Nullable Boolean deleted) {
    private static final Set<String> NAMES =
            Set.of("filter", "sort", "fields", "limit", "cursor", "count", "labels", "deleted");
    private static final int USUAL = 50;

    /**
     * Reads the parameters of a URL. An unknown parameter is refused; otherwise the client would believe that it had an
     * effect.
     */
    static ListRequest of(Map<String, String[]> parameters) {
        var violations = new Violations();
        parameters.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                violations.add(name, "unknown_field", name);
            } else if (values.length > 1) {
                violations.add(name, "record.given_twice");
            }
        });
        var request = new ListRequest(
                one(parameters, "filter"),
                names(one(parameters, "sort")),
                names(one(parameters, "fields")),
                number(one(parameters, "limit"), violations),
                one(parameters, "cursor"),
                count(one(parameters, "count"), violations),
                truth("labels", one(parameters, "labels"), violations),
                truth("deleted", one(parameters, "deleted"), violations));
        violations.failIfAny(RecordProblem.INVALID_QUERY);
        return request;
    }

    Query query(String object) {
        return new Query(
                object,
                filter == null || filter.isBlank() ? null : filter,
                sort == null ? List.of() : sort.stream().map(ListRequest::sort).toList(),
                fields == null ? List.of() : fields,
                limit == null ? USUAL : limit,
                cursor == null || cursor.isEmpty() ? null : cursor,
                Objects.requireNonNullElse(count, Count.NONE),
                Boolean.TRUE.equals(labels),
                Boolean.TRUE.equals(deleted));
    }

    private static Sort sort(String name) {
        return name.startsWith("-") ? new Sort(name.substring(1), true) : new Sort(name, false);
    }

    private static @Nullable String one(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    /** Names between commas; none where there is nothing. */
    static List<String> names(@Nullable String list) {
        return list == null || list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    private static @Nullable Integer number(@Nullable String text, Violations violations) {
        if (text == null || text.matches("\\d{1,6}")) {
            return text == null ? null : Integer.valueOf(text);
        }
        violations.add("limit", "out_of_range", 1, Query.MOST);
        return null;
    }

    private static @Nullable Count count(@Nullable String text, Violations violations) {
        if (text == null) {
            return null;
        }
        for (Count count : Count.values()) {
            if (count.name().toLowerCase(Locale.ROOT).equals(text)) {
                return count;
            }
        }
        violations.add("count", "not_one_of", "none, estimate, exact");
        return null;
    }

    private static @Nullable Boolean truth(String name, @Nullable String text, Violations violations) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        violations.add(name, "not_one_of", "true, false");
        return null;
    }
}
