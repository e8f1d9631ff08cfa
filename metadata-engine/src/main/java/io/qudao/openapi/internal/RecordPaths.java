package io.qudao.openapi.internal;

import io.qudao.metadata.Storage;
import io.qudao.record.RecordTypes.VisibleType;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of one object's records. */
final class RecordPaths {
    private final ObjectNode paths;
    private final VisibleType visible;
    private final Locale locale;
    private final String name;

    RecordPaths(ObjectNode paths, VisibleType visible, Locale locale) {
        this.paths = paths;
        this.visible = visible;
        this.locale = locale;
        this.name = visible.type().name();
    }

    void write() {
        String path = "/api/v1/records/" + name;
        var all = paths.putObject(path);
        Operation.under(all, "get", name + "_list", tag())
                .summary(visible.type().plural().in(locale))
                .listParameters()
                .answer("200", "A page", name + "_page");
        Operation.under(paths.putObject(path + "/query"), "post", name + "_query", tag())
                .summary("List, asked for by a body")
                .body("list_request")
                .answer("200", "A page", name + "_page");
        if (visible.create()) {
            writeCreation(all, path);
        }
        writeOne(paths.putObject(path + "/{id}"));
        if (visible.delete() && hasRecycleBin()) {
            Operation.under(withId(paths.putObject(path + "/{id}/restore")), "post", name + "_restore", tag())
                    .summary("Take out of the recycle bin")
                    .answer("200", "The record", name);
        }
    }

    private void writeCreation(ObjectNode all, String path) {
        Operation.under(all, "post", name + "_create", tag())
                .summary("Add a record")
                .idempotencyKey()
                .body(name + "_new")
                .answer("201", "The record", name)
                .header("201", "Location", "Where the record is");
        Operation.under(paths.putObject(path + "/batch"), "post", name + "_batch", tag())
                .summary("Add up to 1000 records, or none")
                .idempotencyKey()
                .body(name + "_batch")
                .answer("201", "Their ids, in order", "ids");
    }

    private void writeOne(ObjectNode one) {
        withId(one);
        Operation.under(one, "get", name + "_read", tag())
                .summary("Read a record")
                .fieldsParameter()
                .answer("200", "The record", name);
        if (visible.update()) {
            Operation.under(one, "patch", name + "_change", tag())
                    .summary("Change the fields given; null empties one")
                    .ifMatch()
                    .idempotencyKey()
                    .body(name + "_change")
                    .answer("200", "The record as it is now", name);
        }
        if (visible.delete()) {
            Operation.under(one, "delete", name + "_delete", tag())
                    .summary(hasRecycleBin() ? "Put into the recycle bin" : "Delete the record")
                    .ifMatch()
                    .idempotencyKey()
                    .answer("204", "Deleted", null);
        }
    }

    private boolean hasRecycleBin() {
        return visible.type().storage() instanceof Storage.Cell;
    }

    private String tag() {
        return "records/" + name;
    }

    private static ObjectNode withId(ObjectNode path) {
        path.putArray("parameters")
                .addObject()
                .put("name", "id")
                .put("in", "path")
                .put("required", true)
                .set("schema", FieldSchemas.id());
        return path;
    }
}
