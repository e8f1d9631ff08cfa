package io.qudao.metadata;

import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any text; searches ignore case. */
class TextType extends TypeRules {
    static final int USUAL_LENGTH = 255;
    private static final int MOST_UNIQUE_BYTES = 1_000;

    TextType() {
        this(Attribute.LENGTH, Attribute.SEARCHABLE, Attribute.UNIQUE);
    }

    TextType(Attribute... attributes) {
        super(Scalar.TEXT, SqlKind.TEXT, "t", attributes);
    }

    @Override
    Object slotValue(Value value, int scale) {
        return FoldedText.slot(text(value));
    }

    @Override
    String key(Value value) {
        return FoldedText.key(text(value));
    }

    /** Compares byte by byte, as the database compares the keys of slots. */
    @Override
    int compare(Value a, Value b) {
        return Arrays.compareUnsigned(bytes(a), bytes(b));
    }

    private byte[] bytes(Value value) {
        return FoldedText.slot(text(value)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    String cast() {
        return "";
    }

    @Override
    Column slot(String data, String key, String slot, int scale) {
        return new Column.Folded(text(data, key), slot, FoldedText::slot);
    }

    @Override
    Column uniqueSlot(String data, String key, String slot) {
        return new Column.Folded(text(data, key), slot, FoldedText::keys, FoldedText::keyPrefix);
    }

    private static String text(String data, String key) {
        return "(" + data + "->>'" + key + "')";
    }

    @Override
    Value read(JsonParser data) {
        return Value.text(data.getString());
    }

    @Override
    Value coerce(Given to, Value given) {
        if (!(given instanceof Value.Text(var typed))) {
            return to.wrong();
        }
        if (!TextForm.isStorable(typed)) {
            return to.violation("unstorable_character");
        }
        String text = TextForm.of(typed);
        int most = to.field().length();
        if (most > 0 && text.codePointCount(0, text.length()) > most) {
            return to.violation("too_long", most);
        }
        if (to.field().unique() && FoldedText.bytes(FoldedText.key(text)) > MOST_UNIQUE_BYTES) {
            return to.violation("record.too_long_to_be_unique", MOST_UNIQUE_BYTES);
        }
        return text.equals(typed) ? given : Value.text(text);
    }

    @Override
    String text(Value value) {
        return ((Value.Text) value).value();
    }

    @Override
    void describe(ObjectNode schema, Described field) {
        field.type(schema, "string");
        if (field.field().length() > 0) {
            schema.put("maxLength", field.field().length());
        }
    }

    @Override
    @Nullable
    JsonNode example(Field field) {
        return NODES.stringNode("Text");
    }
}
