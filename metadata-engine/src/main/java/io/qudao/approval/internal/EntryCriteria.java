package io.qudao.approval.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.expression.Moment;
import io.qudao.kernel.Value;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Chooses the process a record has to go through: the first whose criteria hold. */
@Component
final class EntryCriteria {
    private static final String ID = "id";

    private final Expressions expressions;
    private final Clock clock;
    private final Cache<Key, Expression> compiled =
            Caffeine.newBuilder().maximumSize(10_000).build();

    EntryCriteria(Expressions expressions, Clock clock) {
        this.expressions = expressions;
        this.clock = clock;
    }

    /**
     * A record as it is or was.
     *
     * @param facts what is known of it, by field name
     */
    record RecordState(UUID id, Value.Fields facts) {
        private Value fact(String name) {
            return name.equals(ID) ? Value.of(id) : facts.values().getOrDefault(name, Value.none());
        }

        private boolean isSilentOn(String name) {
            return !name.equals(ID) && !facts.values().containsKey(name);
        }
    }

    Optional<ApprovalProcess> process(ReleaseView release, String object, RecordState record) {
        return release.approvals(object).stream()
                .filter(process -> hold(release, process, record))
                .findFirst();
    }

    boolean hold(ReleaseView release, ApprovalProcess process, RecordState record) {
        return criteria(release, process)
                .map(condition -> holds(condition, record))
                .orElse(true);
    }

    /** Names of the fields that the criteria of a process read. */
    Set<String> fields(ReleaseView release, ApprovalProcess process) {
        return criteria(release, process)
                .map(condition ->
                        condition.fields().stream().map(FieldPath::first).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private boolean holds(Expression condition, RecordState record) {
        // A criterion on a field that the requesting module did not supply is left to people to judge.
        if (condition.fields().stream().anyMatch(path -> record.isSilentOn(path.first()))) {
            return true;
        }
        var tenant = TenantScope.caller().tenant();
        return switch (condition.test(
                path -> record.fact(path.first()), new Moment(clock.instant(), tenant.zone(), tenant.currency()))) {
            case TRUE -> true;
            case FALSE -> false;
            // A limit in one currency cannot be compared with an amount in another, so people judge that as well.
            case UNKNOWN ->
                condition.fields().stream()
                        .map(path -> record.fact(path.first()))
                        .anyMatch(value -> value instanceof Value.Amount(var money)
                                && !money.currency().equals(tenant.currency()));
        };
    }

    private Optional<Expression> criteria(ReleaseView release, ApprovalProcess process) {
        var source = process.entry();
        if (source == null || source.isBlank()) {
            return Optional.empty();
        }
        var type = release.object(process.object())
                .orElseThrow(() -> new IllegalStateException("No object " + process.object()));
        return Optional.of(compile(type, source));
    }

    private Expression compile(ObjectType type, String source) {
        return compiled.get(
                new Key(type.hash(), source),
                key -> expressions.require("entry", source, type.schema(Set.of()), ExpectedType.BOOLEAN));
    }

    private record Key(String hash, String source) {}
}
