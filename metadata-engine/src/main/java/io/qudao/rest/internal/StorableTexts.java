package io.qudao.rest.internal;

import io.qudao.kernel.TextForm;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads the texts of JSON bodies and refuses those that cannot be stored, wherever they occur. */
final class StorableTexts extends StdScalarDeserializer<String> {
    StorableTexts() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(json, context);
        if (text != null && !TextForm.isStorable(text)) {
            throw InvalidFormatException.from(json, "No such character", text, String.class);
        }
        return text;
    }
}
