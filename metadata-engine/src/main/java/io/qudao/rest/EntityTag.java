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

    /** Reads {@code If-Match}; raises a problem if it is absent or malformed. */
    public static EntityTag required(@Nullable String ifMatch) {
        return optional(ifMatch).orElseThrow(() -> invalid("required"));
    }

    /** Reads {@code If-Match}; empty if it is absent or {@code *}; raises a problem if it is malformed. */
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

    /** Raises a problem (412) if the record is no longer at this version. */
    public void requireCurrent(long current) {
        if (version != current) {
            throw new ProblemException(CommonProblem.STALE, version, current);
        }
    }

    /** Returns the header value with its quotes. */
    @Override
    public String toString() {
        return "\"" + version + "\"";
    }

    private static ProblemException invalid(String code) {
        return new ProblemException(CommonProblem.INVALID_INPUT, List.of(Violation.of("If-Match", code)));
    }
}
