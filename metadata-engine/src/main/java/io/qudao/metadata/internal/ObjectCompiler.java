package io.qudao.metadata.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfObject;
import io.qudao.metadata.internal.document.MergedComponent;
import io.qudao.metadata.internal.document.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compiles objects, each content once. Types are found by the hash of everything they are made from, so an unchanged
 * object survives a publish, and tenants share what they did not change. A type is kept as long as a release uses it.
 */
@Component
final class ObjectCompiler {
    private final Cache<String, ObjectType> types =
            Caffeine.newBuilder().weakValues().build();

    ObjectType compile(ComponentCatalog catalog, MergedComponent object, Placements placements) {
        var fields = catalog.parts(ComponentKind.FIELD, object.key().name());
        String hash = hash(catalog, object, fields, placements);
        return types.get(hash, unknown -> build(catalog, object, fields, placements, hash));
    }

    private static String hash(
            ComponentCatalog catalog, MergedComponent object, List<MergedComponent> fields, Placements placements) {
        var text = new StringBuilder(object.document().hash())
                .append(placements.id(object))
                .append(placements.storage(object));
        for (MergedComponent field : fields) {
            text.append('\n')
                    .append(field.document().hash())
                    .append(field.identity())
                    .append(placements.of(object, field));
            valueSet(catalog, field).ifPresent(set -> text.append(set.document().hash()));
        }
        return CanonicalJson.sha256(text.toString());
    }

    private static ObjectType build(
            ComponentCatalog catalog,
            MergedComponent object,
            List<MergedComponent> parts,
            Placements placements,
            String hash) {
        var definition = object.as(OfObject.class);
        var fields = new ArrayList<Field>();
        if (definition.table() == null) {
            fields.addAll(SystemFields.all(definition.recordTypes()));
        }
        parts.forEach(part -> fields.add(catalog.compiled(part, placements.of(object, part))));
        return new ObjectType(
                placements.id(object),
                object.key().name(),
                definition.label(),
                Objects.requireNonNullElse(definition.plural(), definition.label()),
                placements.storage(object),
                definition.handled(),
                Objects.requireNonNullElse(definition.nameField(), SystemFields.NAME),
                fields,
                hash);
    }

    private static Optional<MergedComponent> valueSet(ComponentCatalog catalog, MergedComponent field) {
        return Optional.ofNullable(field.as(OfField.class).valueSet())
                .flatMap(name -> catalog.find(new ComponentKey(ComponentKind.VALUE_SET, name)));
    }
}
