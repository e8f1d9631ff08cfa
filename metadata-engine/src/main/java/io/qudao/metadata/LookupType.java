package io.qudao.metadata;

import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType.Attribute;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The id of another record. */
final class LookupType extends TypeRules {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String SOME_ID = "01970a1b-2c3d-7e4f-8a9b-0c1d2e3f4a5b";

    LookupType() {
        super(Scalar.REFERENCE, SqlKind.UUID, "r", Attribute.TARGET, Attribute.ON_DELETE);
    }

    private static UUID id(Value value) {
        return ((Value.Ref) value).value();
    }

    @Override
    Object slotValue(Value value, int scale) {
        return id(value);
    }

    /** Compares byte by byte as the database does; the texts of ids sort in the same order. */
    @Override
    int compare(Value a, Value b) {
        return id(a).toString().compareTo(id(b).toString());
    }

    @Override
    String cast() {
        return "::uuid";
    }

    @Override
    Value read(JsonParser data) {
        return Value.of(UUID.fromString(data.getString()));
    }

    @Override
    Value coerce(Given to, Value given) {
        return switch (given) {
            case Value.Ref ref -> ref;
            case Value.Text(var text) when ID.matcher(text).matches() -> Value.of(UUID.fromString(text));
            default -> to.wrong();
        };
    }

    @Override
    String text(Value value) {
        return id(value).toString();
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "string")
                .put("format", "uuid")
                .put("description", "Id of a record of " + field.field().target() + ".");
    }

    @Override
    JsonNode example(Field field) {
        return NODES.stringNode(SOME_ID);
    }
}
