package io.qudao.approval.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.approval.ApprovalRequest;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.Moment;
import io.qudao.kernel.Value;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
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

    Optional<ApprovalProcess> process(ReleaseView release, ApprovalRequest request) {
        return release.approvals(request.object()).stream()
                .filter(process -> applies(process, release, request))
                .findFirst();
    }

    private boolean applies(ApprovalProcess process, ReleaseView release, ApprovalRequest request) {
        var source = process.entry();
        if (source == null || source.isBlank()) {
            return true;
        }
        var type = release.object(process.object())
                .orElseThrow(() -> new IllegalStateException("No object " + process.object()));
        var usual = TenantScope.caller().tenant().currency();
        var criteria = compile(type, source);
        if (criteria.fields().stream().anyMatch(path -> isMissing(request, path.first()))) {
            return true;
        }
        return switch (criteria.test(
                path -> fact(request, path.first()),
                new Moment(clock.instant(), TenantScope.caller().tenant().zone(), usual))) {
            case TRUE -> true;
            case FALSE -> false;
            // A limit in one currency cannot be compared with an amount in another, so people judge that as well.
            case UNKNOWN ->
                criteria.fields().stream()
                        .map(path -> fact(request, path.first()))
                        .anyMatch(value -> value instanceof Value.Amount(var money)
                                && !money.currency().equals(usual));
        };
    }

    /** A criterion on a field that the requesting module did not supply is left to people to judge. */
    private static boolean isMissing(ApprovalRequest request, String name) {
        return !name.equals(ID) && !request.facts().values().containsKey(name);
    }

    private static Value fact(ApprovalRequest request, String name) {
        return name.equals(ID)
                ? Value.of(request.record())
                : request.facts().values().getOrDefault(name, Value.none());
    }

    private Expression compile(ObjectType type, String source) {
        return compiled.get(
                new Key(type.hash(), source),
                key -> expressions.require("entry", source, type.schema(Set.of()), ExpectedType.BOOLEAN));
    }

    private record Key(String hash, String source) {}
}
