package io.qudao.ui.builder;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.ui.component.Texts;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Attributes of components in words: what they are called, and their values. */
final class AttributeTexts {
    private final ComponentNames names;

    AttributeTexts(ComponentNames names) {
        this.names = names;
    }

    /** @param path such as {@code label.en}; empty for the component as a whole */
    String name(String path) {
        if (path.isEmpty()) {
            return Texts.of("build.attribute.whole");
        }
        return Arrays.stream(path.split("\\."))
                .map(step -> Texts.orElse("build.attribute." + step, names.object(step)))
                .collect(Collectors.joining(Texts.of("build.attribute.within")));
    }

    /** @param json null where there is no value */
    String value(ComponentKey key, String path, @Nullable String json) {
        if (path.isEmpty()) {
            return Texts.of(json == null ? "build.value.removed" : "build.value.kept");
        }
        return json == null ? Texts.of("build.value.none") : value(key, path, Documents.read(json, JsonNode.class));
    }

    private String value(ComponentKey key, String path, JsonNode node) {
        if (node.isBoolean()) {
            return Texts.of(node.asBoolean() ? "build.value.yes" : "build.value.no");
        }
        if (node.isArray()) {
            return node.values().stream()
                    .map(item -> item(key, item))
                    .collect(Collectors.joining(Texts.of("build.attributes.between")));
        }
        if (path.equals("type")) {
            return Texts.of("build.type." + node.asString());
        }
        if (path.equals("onDelete")) {
            return Texts.of("build.on.delete." + node.asString());
        }
        return path.equals("target") ? names.object(node.asString()) : plain(node);
    }

    /** A field by its label, an option or a section by its own. */
    private String item(ComponentKey key, JsonNode item) {
        if (item.isString() && !key.object().isEmpty()) {
            var field = ComponentKey.part(ComponentKind.FIELD, key.object(), item.asString());
            return names.field(field).orElse(item.asString());
        }
        if (!item.has("label")) {
            return plain(item);
        }
        var label = Documents.read(item.get("label").toString(), Label.class).in(Texts.locale());
        return item.has("fields")
                ? Texts.of("build.value.section", label, value(key, "fields", item.get("fields")))
                : label;
    }

    private static String plain(JsonNode node) {
        return node.isString() ? node.asString() : node.toString();
    }
}
