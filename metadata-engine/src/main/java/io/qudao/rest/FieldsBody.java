package io.qudao.rest;

import io.qudao.kernel.Value;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** Values by field name as a JSON object; values that were read are not yet of the fields' types. */
@JsonDeserialize(using = FieldsBody.Reader.class)
@JsonSerialize(using = FieldsBody.Writer.class)
public record FieldsBody(Value.Fields values) {
    static final class Reader extends ValueDeserializer<FieldsBody> {
        @Override
        public FieldsBody deserialize(JsonParser json, DeserializationContext context) {
            return json.currentToken() == JsonToken.START_OBJECT
                    ? new FieldsBody(ValueJson.readFields(json))
                    : (FieldsBody) context.handleUnexpectedToken(FieldsBody.class, json);
        }
    }

    static final class Writer extends ValueSerializer<FieldsBody> {
        @Override
        public void serialize(FieldsBody body, JsonGenerator json, SerializationContext context) {
            ValueJson.write(json, body.values());
        }
    }
}
