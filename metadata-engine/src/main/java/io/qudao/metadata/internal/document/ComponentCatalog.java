package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.Placement;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfObject;
import io.qudao.metadata.internal.document.Definition.OfValueSet;
import io.qudao.metadata.internal.document.Definition.OnDelete;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All components of one state, layers merged. */
public final class ComponentCatalog {
    private static final Comparator<MergedComponent> IN_ORDER = Comparator.comparingInt(MergedComponent::wanted)
            .thenComparingInt(MergedComponent::order)
            .thenComparing(MergedComponent::key);
    /** The character after the dot. */
    private static final String BEHIND = "/";

    public static final ComponentCatalog NONE = new ComponentCatalog(new TreeMap<>());

    private final NavigableMap<ComponentKey, MergedComponent> entries;

    ComponentCatalog(NavigableMap<ComponentKey, MergedComponent> entries) {
        this.entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    }

    public Collection<MergedComponent> all() {
        return entries.values();
    }

    /** Returns the components by kind, then by object, then in the order of the object's parts. */
    public List<MergedComponent> inOrder() {
        return entries.values().stream()
                .sorted(Comparator.<MergedComponent, ComponentKind>comparing(
                                entry -> entry.key().kind())
                        .thenComparing(entry -> entry.key().object())
                        .thenComparing(IN_ORDER))
                .toList();
    }

    public Optional<MergedComponent> find(ComponentKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    public boolean has(ComponentKey key) {
        return entries.containsKey(key);
    }

    public List<MergedComponent> of(ComponentKind kind) {
        return entries.values().stream()
                .filter(entry -> entry.key().kind() == kind)
                .toList();
    }

    /** Returns an object's parts of one kind, in order. */
    public List<MergedComponent> parts(ComponentKind kind, String object) {
        return entries
                .subMap(new ComponentKey(kind, object + "."), new ComponentKey(kind, object + BEHIND))
                .values()
                .stream()
                .sorted(IN_ORDER)
                .toList();
    }

    public Optional<OfObject> object(String name) {
        return find(new ComponentKey(ComponentKind.OBJECT, name)).map(entry -> entry.as(OfObject.class));
    }

    /** Returns the definition of a field, including the system fields of objects in cells. */
    public Optional<OfField> field(String object, String name) {
        return find(ComponentKey.part(ComponentKind.FIELD, object, name))
                .map(entry -> entry.as(OfField.class))
                .or(() -> object(object)
                        .filter(definition -> definition.table() == null)
                        .flatMap(definition -> SystemFields.definition(definition, name)));
    }

    /** The options of a picklist, those of its value set included. */
    public List<Option> options(OfField field) {
        return Optional.ofNullable(field.valueSet())
                .flatMap(name -> find(new ComponentKey(ComponentKind.VALUE_SET, name)))
                .map(set -> set.as(OfValueSet.class).options())
                .orElse(field.options());
    }

    /** Returns a field as the rest of the platform sees it. */
    public Field compiled(MergedComponent part, Placement placement) {
        var field = part.as(OfField.class);
        String name = part.key().local();
        return new Field(
                Objects.requireNonNullElse(part.identity(), name),
                name,
                field.label(),
                field.type(),
                field.precision(),
                field.digitsBehindPoint(),
                field.length(),
                field.required(),
                field.unique(),
                field.filterable(),
                field.searchable(),
                field.column() == null || Boolean.TRUE.equals(field.editable()),
                field.target(),
                field.onDelete() == OnDelete.CLEAR,
                options(field),
                field.source(),
                part.standard(),
                placement);
    }

    boolean isInCell(String object) {
        return object(object).filter(definition -> definition.table() == null).isPresent();
    }

    /** Returns whether a reference to this key can be resolved, including system fields. */
    public boolean resolves(ComponentKey key) {
        return has(key)
                || (key.kind() == ComponentKind.FIELD
                        && field(key.object(), key.local()).isPresent());
    }
}
