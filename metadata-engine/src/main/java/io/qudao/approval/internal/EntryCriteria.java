package io.qudao.approval.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.Facts;
import io.qudao.expression.FieldType;
import io.qudao.expression.Moment;
import io.qudao.expression.Schema;
import io.qudao.kernel.Value;
import io.qudao.metadata.ApprovalProcess;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a record enters a process: its entry expression over the facts, whose types are those of the facts. */
@Component
class EntryCriteria {
    private final Expressions expressions;
    private final Clock clock;
    private final Cache<Key, Expression> compiled =
            Caffeine.newBuilder().maximumSize(10_000).build();

    EntryCriteria(Expressions expressions, Clock clock) {
        this.expressions = expressions;
        this.clock = clock;
    }

    boolean admits(ApprovalProcess process, Value.Fields facts) {
        if (process.entry() == null) {
            return true;
        }
        var key = new Key(process.entry(), types(facts));
        Facts values = path -> facts.values().getOrDefault(path.first(), Value.none());
        return compiled.get(key, this::compile)
                .test(values, new Moment(clock.instant(), ZoneOffset.UTC))
                .holds();
    }

    private Expression compile(Key key) {
        return expressions.require("entry", key.source(), Schema.of(key.types()), ExpectedType.BOOLEAN);
    }

    private static Map<String, FieldType> types(Value.Fields facts) {
        var types = new LinkedHashMap<String, FieldType>();
        facts.values().forEach((name, value) -> type(value).ifPresent(type -> types.put(name, type)));
        return types;
    }

    private static Optional<FieldType> type(Value value) {
        return Optional.ofNullable(
                switch (value) {
                    case Value.Text text -> FieldType.Scalar.TEXT;
                    case Value.Int whole -> FieldType.Scalar.INTEGER;
                    case Value.Decimal decimal -> FieldType.Scalar.DECIMAL;
                    case Value.Amount amount -> FieldType.Scalar.MONEY;
                    case Value.Bool bool -> FieldType.Scalar.BOOLEAN;
                    case Value.Date date -> FieldType.Scalar.DATE;
                    case Value.DateTime time -> FieldType.Scalar.DATE_TIME;
                    case Value.Ref ref -> FieldType.Scalar.REFERENCE;
                    case Value.Null nothing -> FieldType.Scalar.TEXT;
                    case Value.Items items -> null;
                    case Value.Fields fields -> null;
                });
    }

    private record Key(String source, Map<String, FieldType> types) {}
}
