package io.qudao.record.internal.list;

import io.qudao.record.Row;
import io.qudao.record.internal.row.CallerView;
import io.qudao.record.internal.row.Json;
import io.qudao.record.internal.row.Projection;
import io.qudao.record.internal.row.RowReader;
import io.qudao.rest.ValueJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** Writes rows as the API's JSON without creating {@code Row} objects. */
public final class JsonRows {
    private final Projection projection;
    private final boolean[] written;

    public JsonRows(Projection projection) {
        this.projection = projection;
        this.written = new boolean[projection.fields().size()];
    }

    public void write(ResultSet rows, JsonGenerator json) throws SQLException {
        Arrays.fill(written, false);
        json.writeStartObject();
        json.writeStringProperty(CallerView.ID, rows.getString(Projection.ID));
        json.writeNumberProperty(CallerView.VERSION, rows.getLong(Projection.VERSION));
        for (int index = 0; index < written.length; index++) {
            if (projection.column(index) > 0) {
                written[index] = true;
                json.writeName(projection.name(index));
                ValueJson.write(
                        json,
                        RowReader.column(
                                rows,
                                projection.column(index),
                                projection.fields().get(index)));
            }
        }
        if (projection.data() > 0) {
            writeData(rows.getBytes(projection.data()), json);
        }
        for (int index = 0; index < written.length; index++) {
            if (!written[index]) {
                json.writeName(projection.name(index));
                json.writeNull();
            }
        }
        json.writeEndObject();
    }

    /** Writes a row that is already read. */
    public static void write(Row row, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty(CallerView.ID, row.id().toString());
        json.writeNumberProperty(CallerView.VERSION, row.version());
        for (var value : row.values().entrySet()) {
            json.writeName(value.getKey());
            ValueJson.write(json, value.getValue());
        }
        json.writeEndObject();
    }

    private void writeData(byte[] stored, JsonGenerator json) {
        try (var data = Json.read(stored)) {
            data.nextToken();
            while (data.nextToken() == JsonToken.PROPERTY_NAME) {
                int index = projection.index(data.currentName());
                var token = data.nextToken();
                if (index < 0) {
                    data.skipChildren();
                } else if (token != JsonToken.VALUE_NULL) { // as which a missing value is read out of a wide document
                    written[index] = true;
                    json.writeName(projection.name(index));
                    projection.fields().get(index).type().copy(data, json);
                }
            }
        }
    }
}
