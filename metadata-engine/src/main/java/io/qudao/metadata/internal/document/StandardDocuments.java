package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.metadata.ListView;
import io.qudao.metadata.Placement;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.Storage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Converts a {@link StandardObject} to documents, so that all layers have the same form. */
final class StandardDocuments {
    private final StandardObject object;
    private final List<Document> documents = new ArrayList<>();

    private StandardDocuments(StandardObject object) {
        this.object = object;
    }

    static List<Document> of(StandardObject object) {
        var gathered = new StandardDocuments(object);
        gathered.addObject();
        object.fields().forEach(gathered::addField);
        object.layouts().forEach(gathered::addLayout);
        object.listViews().forEach(gathered::addListView);
        return gathered.documents;
    }

    private void addObject() {
        var body = CanonicalJson.empty()
                .put("nameField", object.nameField())
                .put("table", object.table())
                .put("scope", object.scope());
        set(body, "label", object.label());
        set(body, "plural", object.plural());
        set(body, "slots", object.slots());
        if (!object.ownership().equals(Storage.Ownership.NONE)) {
            set(body, "ownership", object.ownership());
        }
        set(body, "commands", object.commands());
        documents.add(Document.of(new ComponentKey(ComponentKind.OBJECT, object.name()), body));
    }

    private void addField(Field field) {
        var column = (Placement.Column) field.placement();
        var body = CanonicalJson.empty().put("type", field.type().code()).put("column", column.column());
        set(body, "label", field.label());
        set(body, "currencyColumn", column.currency());
        set(body, "target", field.target());
        set(body, "default", field.defaultSource());
        positive(body, "length", field.length());
        positive(body, "precision", field.precision());
        if (field.precision() > 0) {
            body.put("scale", field.scale());
        }
        if (!field.options().isEmpty()) {
            set(body, "options", field.options());
        }
        flag(body, "required", field.required());
        flag(body, "unique", field.unique());
        flag(body, "filterable", field.filterable());
        flag(body, "searchable", field.searchable());
        flag(body, "editable", field.editable());
        part(ComponentKind.FIELD, field.name(), body);
    }

    private void addLayout(Layout layout) {
        var body = CanonicalJson.empty();
        set(body, "sections", layout.sections());
        part(ComponentKind.LAYOUT, layout.name(), body);
    }

    private void addListView(ListView view) {
        var body = CanonicalJson.empty();
        set(body, "label", view.label());
        set(body, "columns", view.columns());
        set(body, "filter", view.filter());
        set(body, "sort", view.sort());
        part(ComponentKind.LIST_VIEW, view.name(), body);
    }

    private void part(ComponentKind kind, String name, ObjectNode body) {
        documents.add(Document.of(ComponentKey.part(kind, object.name(), name), body));
    }

    private static void set(ObjectNode body, String attribute, @Nullable Object value) {
        if (value != null) {
            body.set(attribute, CanonicalJson.MAPPER.valueToTree(value));
        }
    }

    private static void positive(ObjectNode body, String attribute, int value) {
        if (value > 0) {
            body.put(attribute, value);
        }
    }

    private static void flag(ObjectNode body, String attribute, boolean value) {
        if (value) {
            body.put(attribute, true);
        }
    }
}
