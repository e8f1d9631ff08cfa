package io.qudao.approval.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Moment;
import io.qudao.expression.Schema;
import io.qudao.kernel.Value;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which process of an object a record has to go through: the first whose criteria hold. */
@Component
final class EntryCriteria {
    private final Expressions expressions;
    private final Clock clock;
    private final ApprovalProperties properties;
    private final Cache<Key, Expression> compiled =
            Caffeine.newBuilder().maximumSize(10_000).build();

    EntryCriteria(Expressions expressions, Clock clock, ApprovalProperties properties) {
        this.expressions = expressions;
        this.clock = clock;
        this.properties = properties;
    }

    Optional<ApprovalProcess> process(ReleaseView release, String object, Value.Fields facts) {
        return release.approvals(object).stream()
                .filter(process -> applies(process, release, facts))
                .findFirst();
    }

    private boolean applies(ApprovalProcess process, ReleaseView release, Value.Fields facts) {
        var source = process.entry();
        if (source == null || source.isBlank()) {
            return true;
        }
        var type = release.object(process.object())
                .orElseThrow(() -> new IllegalStateException("No object " + process.object()));
        var moment = new Moment(clock.instant(), properties.zone());
        return compile(type, source)
                .test(path -> facts.values().getOrDefault(path.first(), Value.none()), moment)
                .holds();
    }

    private Expression compile(ObjectType type, String source) {
        return compiled.get(
                new Key(type.hash(), source),
                key -> expressions.require("entry", source, schema(type), ExpectedType.BOOLEAN));
    }

    private static Schema schema(ObjectType type) {
        var types = new HashMap<String, FieldType>();
        types.put("id", Scalar.REFERENCE);
        for (Field field : type.fields()) {
            types.put(field.name(), field.type().scalar());
        }
        return Schema.of(types);
    }

    private record Key(String hash, String source) {}
}
