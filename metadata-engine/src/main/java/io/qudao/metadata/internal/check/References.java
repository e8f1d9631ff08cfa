package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.Definition.OfApproval;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfLayout;
import io.qudao.metadata.internal.document.Definition.OfListView;
import io.qudao.metadata.internal.document.Definition.OfObject;
import io.qudao.metadata.internal.document.Definition.OfPermissionSet;
import io.qudao.metadata.internal.document.Definition.OfRule;
import io.qudao.metadata.internal.document.Definition.OfValueSet;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All references between the components of a proposed state: the edges of the where-used graph. Expressions are checked
 * on the way against the fields before and after, so that an expression that uses a removed field is still recognised.
 */
final class References {
    private final ProposedState proposed;
    private final Expressions expressions;
    private final Violations violations;
    private final List<ComponentReference> uses = new ArrayList<>();

    References(ProposedState proposed, Expressions expressions, Violations violations) {
        this.proposed = proposed;
        this.expressions = expressions;
        this.violations = violations;
    }

    List<ComponentReference> uses() {
        for (MergedComponent entry : proposed.next().all()) {
            var key = entry.key();
            if (key.kind().isPart()) {
                object(key, key.object(), "");
            }
            switch (entry.definition()) {
                case OfObject object -> ofObject(key, object);
                case OfField field -> ofField(key, field);
                case OfLayout layout -> ofLayout(key, layout);
                case OfListView view -> ofListView(key, view);
                case OfRule rule -> {
                    expression(key, rule.condition(), "condition", ExpectedType.BOOLEAN, withPaths(key));
                    field(key, rule.field(), "field");
                }
                case OfApproval approval ->
                    expression(key, approval.entry(), "entry", ExpectedType.BOOLEAN, atHand(key));
                case OfPermissionSet set -> set.objects().forEach((object, rights) -> ofRights(key, object, rights));
                case OfValueSet _ -> {}
            }
        }
        return uses;
    }

    private void ofObject(ComponentKey key, OfObject object) {
        if (object.nameField() != null) {
            var field = ComponentKey.part(ComponentKind.FIELD, key.name(), object.nameField());
            uses.add(new ComponentReference(key, field, "nameField"));
        }
    }

    private void ofField(ComponentKey key, OfField field) {
        if (field.target() != null) {
            object(key, field.target(), "target");
        }
        if (field.valueSet() != null) {
            uses.add(new ComponentReference(
                    key, new ComponentKey(ComponentKind.VALUE_SET, field.valueSet()), "valueSet"));
        }
        expression(key, field.source(), "default", ObjectSchema.assignable(field.type()), atHand(key));
    }

    private void ofLayout(ComponentKey key, OfLayout layout) {
        for (int index = 0; index < layout.sections().size(); index++) {
            fields(key, layout.sections().get(index).fields(), "sections[" + index + "].fields");
        }
    }

    private void ofListView(ComponentKey key, OfListView view) {
        for (int index = 0; index < view.columns().size(); index++) {
            path(key, view.columns().get(index), "columns[" + index + "]");
        }
        expression(key, view.filter(), "filter", ExpectedType.BOOLEAN, withPaths(key));
        for (int index = 0; index < view.sort().size(); index++) {
            path(key, view.sort().get(index).field(), "sort[" + index + "].field");
        }
    }

    private void ofRights(ComponentKey key, String object, OfPermissionSet.Rights rights) {
        String path = "objects." + object;
        object(key, object, path);
        rightsOnFields(key, object, rights.hidden(), path + ".hidden");
        rightsOnFields(key, object, rights.readOnly(), path + ".readOnly");
    }

    private void rightsOnFields(ComponentKey key, String object, Collection<String> names, String path) {
        for (String name : names) {
            uses.add(new ComponentReference(key, ComponentKey.part(ComponentKind.FIELD, object, name), path));
        }
    }

    private void fields(ComponentKey key, List<String> names, String path) {
        for (int index = 0; index < names.size(); index++) {
            field(key, names.get(index), path + "[" + index + "]");
        }
    }

    private void field(ComponentKey key, @Nullable String name, String path) {
        if (name != null) {
            uses.add(new ComponentReference(key, ComponentKey.part(ComponentKind.FIELD, key.object(), name), path));
        }
    }

    private void object(ComponentKey key, String name, String path) {
        uses.add(new ComponentReference(key, new ComponentKey(ComponentKind.OBJECT, name), path));
    }

    /** A field, of the object or of one that its look-ups lead to. */
    private void path(ComponentKey key, String name, String path) {
        var way = FieldPath.parse(name);
        if (!way.isLong()) {
            field(key, name, path);
            return;
        }
        var schema = withPaths(key);
        expression(key, name, path, ExpectedType.ANY, schema)
                .filter(expression -> !expression.fields().contains(way)
                        || schema.way(way).size() < way.names().size())
                .ifPresent(noField ->
                        violations.add(at(key, path), "metadata.unknown_reference", ComponentKind.FIELD.code(), name));
    }

    private ObjectSchema withPaths(ComponentKey key) {
        return ObjectSchema.withPaths(key.object(), proposed);
    }

    private ObjectSchema atHand(ComponentKey key) {
        return new ObjectSchema(key.object(), proposed.next(), proposed.base());
    }

    /** Returns the expression, if there is one and it is right. */
    private Optional<Expression> expression(
            ComponentKey key, @Nullable String source, String path, ExpectedType expected, ObjectSchema schema) {
        if (source == null) {
            return Optional.empty();
        }
        return switch (expressions.compile(source, schema, expected)) {
            case Compilation.Compiled(var expression) -> {
                expression.fields().stream()
                        .flatMap(used -> schema.way(used).stream())
                        .distinct()
                        .forEach(field -> uses.add(new ComponentReference(key, field, path)));
                yield Optional.of(expression);
            }
            case Compilation.Rejected rejected -> {
                violations.addAll(rejected.problems().stream()
                        .map(problem -> problem.violation(at(key, path)))
                        .toList());
                yield Optional.empty();
            }
        };
    }
}
