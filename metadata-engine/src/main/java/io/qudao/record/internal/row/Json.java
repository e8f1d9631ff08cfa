package io.qudao.record.internal.row;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads and writes JSON tokens; numbers keep their exact digits. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private Json() {}

    /** Writes content to a generator. */
    public interface Content<X extends Exception> {
        public void write(JsonGenerator json) throws X;
    }

    public static <X extends Exception> byte[] write(int size, Content<X> content) throws X {
        var bytes = new ByteArrayOutputStream(size);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            content.write(json);
        }
        return bytes.toByteArray();
    }

    public static JsonParser read(byte[] json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json, 0, json.length);
    }
}
