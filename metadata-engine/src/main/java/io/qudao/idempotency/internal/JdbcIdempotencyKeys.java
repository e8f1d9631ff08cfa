package io.qudao.idempotency.internal;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.rest.ValueJson;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Claims keys by rows: whoever inserts one first carries its request out. */
@Component
class JdbcIdempotencyKeys implements IdempotencyKeys {
    /** Not the one of answers, which leaves out what is hidden from the caller: a request is what was sent. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final RequestKeyRows rows;
    private final TransactionTemplate transaction;

    JdbcIdempotencyKeys(RequestKeyRows rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public <T> T once(KeyedRequest request, Supplier<T> first, Function<T, Made> made, Function<Made, T> again) {
        var key = request.key();
        return key == null
                ? first.get()
                : claimed(request, key, Made.NOTHING, again, () -> {
                    T result = first.get();
                    rows.keep(request.command(), key, made.apply(result));
                    return result;
                });
    }

    @Override
    public <T> T once(KeyedRequest request, Made planned, Supplier<T> first, Function<Made, T> again) {
        var key = request.key();
        return key == null ? first.get() : claimed(request, key, planned, again, first);
    }

    private <T> T claimed(KeyedRequest request, String key, Made planned, Function<Made, T> again, Supplier<T> first) {
        var violations = new Violations();
        violations.text(HEADER, key, LONGEST);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        var fingerprint = Fingerprint.of(content(request));
        return transaction.execute(status -> {
            var before = rows.claim(request.command(), key, fingerprint, planned);
            if (before.isEmpty()) {
                return first.get();
            }
            if (!before.get().sameContent()) {
                throw new ProblemException(CommonProblem.KEY_REUSED, List.of(Violation.of(HEADER, "key_reused")), key);
            }
            return again.apply(before.get().made());
        });
    }

    private static Value content(KeyedRequest request) {
        return request.content() instanceof Value value
                ? value
                : Fingerprint.untyped(ValueJson.of(JSON, request.content()));
    }
}
