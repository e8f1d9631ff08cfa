package io.qudao.metadata;

import io.qudao.kernel.Value;
import io.qudao.metadata.DataType.Attribute;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One of a field's options, kept and sorted as its value. */
final class PicklistType extends TextType {
    PicklistType() {
        super(Attribute.OPTIONS, Attribute.VALUE_SET, Attribute.SEARCHABLE);
    }

    @Override
    Value coerce(Given to, Value given) {
        if (!(given instanceof Value.Text(var text))) {
            return to.wrong();
        }
        var options = to.field().options();
        return options.stream().anyMatch(option -> option.value().equals(text))
                ? given
                : to.violation(
                        "not_one_of", options.stream().map(Field.Option::value).collect(Collectors.joining(", ")));
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "string");
        var values = schema.putArray("enum");
        field.field().options().forEach(option -> values.add(option.value()));
        if (field.nullable()) {
            values.addNull();
        }
        schema.put(
                "description",
                field.field().options().stream()
                        .map(option -> option.value() + ": " + option.label().in(field.locale()))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    @Nullable
    JsonNode example(Field field) {
        return field.options().isEmpty()
                ? null
                : NODES.stringNode(field.options().getFirst().value());
    }
}
