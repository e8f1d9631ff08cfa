package io.qudao.rest;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record's version as a strong HTTP entity tag, such as {@code "7"}. */
public record EntityTag(long version) {
    private static final Pattern FORM = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    /** From {@code If-Match}; a problem where it is absent or not a tag of ours. */
    public static EntityTag required(@Nullable String ifMatch) {
        return optional(ifMatch).orElseThrow(() -> invalid("required"));
    }

    /** From {@code If-Match}; empty where it is absent or {@code *}, a problem where it is not a tag of ours. */
    public static Optional<EntityTag> optional(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        var match = FORM.matcher(ifMatch);
        if (!match.matches()) {
            throw invalid("entity_tag");
        }
        return Optional.of(new EntityTag(Long.parseLong(match.group(1))));
    }

    /** A problem (412) where the record is no longer at this version. */
    public void requireCurrent(long current) {
        if (version != current) {
            throw new ProblemException(CommonProblem.STALE, version, current);
        }
    }

    /** As the header's value, with its quotes. */
    @Override
    public String toString() {
        return "\"" + version + "\"";
    }

    private static ProblemException invalid(String code) {
        return new ProblemException(CommonProblem.INVALID_INPUT, List.of(Violation.of("If-Match", code)));
    }
}
