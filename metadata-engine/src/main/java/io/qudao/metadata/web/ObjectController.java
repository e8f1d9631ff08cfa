package io.qudao.metadata.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.qudao.expression.Expressions;
import io.qudao.expression.Schema;
import io.qudao.kernel.AnyMember;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The published objects whose records the caller may read, without the fields that are hidden; clients build forms and lists
 * from this, so it takes no right to see the design.
 */
@RestController
@RequestMapping("/api/v1/metadata/objects")
class ObjectController {
    private final Metadata metadata;
    private final ObjectProvider<ObjectType.Visibility> visibility;
    private final Expressions expressions;

    ObjectController(Metadata metadata, ObjectProvider<ObjectType.Visibility> visibility, Expressions expressions) {
        this.metadata = metadata;
        this.visibility = visibility;
        this.expressions = expressions;
    }

    @GetMapping
    @AnyMember
    Objects list() {
        var release = metadata.current();
        return new Objects(
                release.number(),
                release.objects().stream()
                        .filter(type -> hidden(type).isPresent())
                        .map(type -> new Summary(type.name(), type.label(), type.plural(), type.id() == 0))
                        .toList());
    }

    @GetMapping("/{name}")
    @AnyMember
    ObjectBody get(@PathVariable String name) {
        return find(metadata.current(), name)
                .or(() -> metadata.newer().flatMap(newer -> metadata.within(newer, () -> find(newer, name))))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private Optional<ObjectBody> find(ReleaseView release, String name) {
        return release.object(name)
                .flatMap(type -> hidden(type)
                        .map(hidden -> ObjectBody.of(
                                new VisibleObject(release, type, hidden, schema(release, type, hidden)), expressions)));
    }

    private Schema schema(ReleaseView release, ObjectType type, Set<String> hidden) {
        return type.schema(
                hidden,
                target -> release.object(target)
                        .flatMap(found -> hidden(found).map(names -> schema(release, found, names))));
    }

    /** Without a bean that knows rights, nothing is hidden. */
    private Optional<Set<String>> hidden(ObjectType type) {
        var known = visibility.getIfAvailable();
        return known == null ? Optional.of(Set.of()) : known.hidden(type);
    }

    record Objects(int release, List<Summary> items) {}

    record Summary(String name, Label label, Label plural, boolean standard) {}

    record ObjectBody(
            int release,
            String name,
            Label label,
            Label plural,
            boolean standard,
            ObjectType.Commands commands,
            @Nullable String nameField,
            List<FieldBody> fields,
            Layout layout,
            List<ListView> listViews) {
        static ObjectBody of(VisibleObject visible, Expressions expressions) {
            var type = visible.type();
            return new ObjectBody(
                    visible.release().number(),
                    type.name(),
                    type.label(),
                    type.plural(),
                    type.id() == 0,
                    type.commands(),
                    visible.nameField(),
                    visible.fields().stream().map(FieldBody::of).toList(),
                    visible.layout(),
                    visible.listViews(expressions));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record FieldBody(
            String name,
            Label label,
            DataType type,
            int precision,
            int scale,
            int length,
            boolean required,
            boolean unique,
            boolean filterable,
            boolean searchable,
            boolean editable,
            boolean standard,
            @Nullable String target,
            boolean clearedOnDelete,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field.Option> options) {
        static FieldBody of(Field field) {
            return new FieldBody(
                    field.name(),
                    field.label(),
                    field.type(),
                    field.precision(),
                    field.scale(),
                    field.length(),
                    field.required(),
                    field.unique(),
                    field.filterable(),
                    field.searchable(),
                    field.editable(),
                    field.standard(),
                    field.target(),
                    field.clearedOnDelete(),
                    field.options());
        }
    }
}
