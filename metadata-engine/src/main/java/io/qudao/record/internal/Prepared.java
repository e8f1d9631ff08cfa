package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.record.internal.row.RecordDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record made from the caller's input, before the rules are checked.
 *
 * @param before its values before the change; null for a new record
 * @param violations violations found so far
 */
public record Prepared(RecordDraft draft, @Nullable Map<String, Value> before, Violations violations) {
    List<Violation> wrong() {
        return violations.list().stream().map(draft::of).toList();
    }
}
