package io.qudao.record.internal;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.metadata.Field;
import io.qudao.metadata.ListView;
import io.qudao.metadata.Metadata;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.RecordTypes;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.Joins;
import io.qudao.record.internal.row.OwnRights;
import io.qudao.record.internal.row.ReachedField;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Combines what each verb allows. */
@Component
class JdbcRecordTypes implements RecordTypes {
    private final CallerObjects objects;
    private final OwnRights own;
    private final Metadata metadata;
    private final Expressions expressions;

    JdbcRecordTypes(CallerObjects objects, OwnRights own, Metadata metadata, Expressions expressions) {
        this.objects = objects;
        this.own = own;
        this.metadata = metadata;
        this.expressions = expressions;
    }

    @Override
    public List<VisibleType> visible() {
        return metadata.current().objects().stream()
                .flatMap(type -> visible(type.name()).stream())
                .sorted(Comparator.comparing(visible -> visible.type().name()))
                .toList();
    }

    @Override
    public Optional<VisibleType> visible(String object) {
        return objects.find(object, Verb.READ).map(readable -> {
            var commands = readable.type().commands();
            var create = objects.find(object, Verb.CREATE).filter(target -> commands.create());
            var changed = objects.find(object, Verb.UPDATE)
                    .map(target -> names(target, target::isChanged))
                    .orElse(Set.of());
            return new VisibleType(
                    readable.type(),
                    readable.visible().fields(),
                    create.isPresent(),
                    !changed.isEmpty(),
                    commands.delete() && objects.find(object, Verb.DELETE).isPresent(),
                    create.map(target -> names(target, target::isGiven)).orElse(Set.of()),
                    changed);
        });
    }

    @Override
    public List<Field> given(String object) {
        return metadata.current().object(object).isPresent() ? own.given(object) : List.of();
    }

    @Override
    public VisibleList visible(ListView list) {
        var view = objects.of(list.object(), Verb.READ).visible();
        var others = objects.readable();
        var joins = new Joins(view, others::view);
        var schema = view.schema(others::view);
        var fields = list.columns().stream()
                .flatMap(column -> joins.find(FieldPath.parse(column)).stream())
                .map(ReachedField::field)
                .toList();
        var sort = list.sort().stream()
                .filter(key -> schema.at(FieldPath.parse(key.field())).isPresent())
                .toList();
        var filter = list.filter();
        var conditions = filter == null ? List.<String>of() : expressions.conditions(filter);
        var readable = conditions.stream()
                .filter(condition ->
                        expressions.compile(condition, schema, ExpectedType.BOOLEAN) instanceof Compilation.Compiled)
                .toList();
        boolean filtered = readable.size() == conditions.size();
        var columns = list.columns().stream()
                .filter(column -> schema.at(FieldPath.parse(column)).isPresent())
                .toList();
        var visible = new ListView(
                list.object(), list.name(), list.label(), columns, filtered ? filter : joined(readable), sort);
        return new VisibleList(
                visible, fields, filtered, sort.size() == list.sort().size());
    }

    private static @Nullable String joined(List<String> conditions) {
        return conditions.isEmpty() ? null : "(" + String.join(") && (", conditions) + ")";
    }

    private static Set<String> names(CallerObject target, Predicate<Field> those) {
        return target.visible().fields().stream().filter(those).map(Field::name).collect(Collectors.toSet());
    }
}
