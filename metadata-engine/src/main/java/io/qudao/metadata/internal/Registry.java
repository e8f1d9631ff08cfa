package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.MergedComponent;
import io.qudao.metadata.internal.document.OwnComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** Assigns the ids by which records refer to a tenant's own objects and fields. */
final class Registry {
    private final Map<Integer, RegisteredObject> objects = new TreeMap<>();
    private final Set<Integer> changed = new HashSet<>();
    private final Set<Integer> fresh = new HashSet<>();
    private final String cell;
    private final IntSupplier numbers;

    /**
     * @param cell table for the records of new objects
     * @param numbers supplies ids of new objects
     */
    Registry(Collection<RegisteredObject> known, String cell, IntSupplier numbers) {
        known.forEach(object -> objects.put(object.id(), object));
        this.cell = cell;
        this.numbers = numbers;
    }

    /** Returns the same components, each with an identity if it needs one. */
    Collection<OwnComponent> identify(Collection<OwnComponent> own, Set<ComponentKey> lower) {
        var identified = new TreeMap<ComponentKey, OwnComponent>();
        own.forEach(owned -> identified.put(owned.key(), owned));
        for (OwnComponent owned : own) {
            var key = owned.key();
            if (lower.contains(key) || owned.identity() != null) {
                keepName(owned, lower);
                continue;
            }
            if (key.kind() == ComponentKind.OBJECT) {
                identified.put(
                        key, owned.as(Integer.toString(add(key.name(), false).id())));
            }
        }
        identifyFields(own, identified, lower);
        return identified.values();
    }

    /** Numbers the new fields as they were made; their objects already have their identities. */
    private void identifyFields(
            Collection<OwnComponent> own, Map<ComponentKey, OwnComponent> identified, Set<ComponentKey> lower) {
        own.stream()
                .filter(owned -> owned.key().kind() == ComponentKind.FIELD)
                .filter(owned -> owned.identity() == null && !lower.contains(owned.key()))
                .sorted(OwnComponent.AS_MADE)
                .forEach(owned -> parent(owned.key(), identified, lower)
                        .ifPresent(object -> identified.put(owned.key(), owned.as(nextField(object)))));
    }

    /** Returns the entry of an object; empty for a standard one without own fields. */
    Optional<RegisteredObject> of(MergedComponent object) {
        if (object.standard()) {
            return standard(object.key().name());
        }
        return Optional.ofNullable(object.identity()).map(Integer::valueOf).map(objects::get);
    }

    /** Returns whether no record of it can exist yet. */
    boolean isFresh(RegisteredObject object) {
        return fresh.contains(object.id());
    }

    List<RegisteredObject> changes() {
        var rows = new ArrayList<RegisteredObject>();
        objects.values().stream()
                .filter(object -> changed.contains(object.id()))
                .forEach(rows::add);
        return rows;
    }

    /** Registers a renamed object under its new name. */
    private void keepName(OwnComponent owned, Set<ComponentKey> lower) {
        String identity = owned.identity();
        if (owned.key().kind() == ComponentKind.OBJECT && identity != null && !lower.contains(owned.key())) {
            var known = objects.get(Integer.valueOf(identity));
            if (known != null && !known.name().equals(owned.key().name())) {
                objects.put(known.id(), known.named(owned.key().name()));
                changed.add(known.id());
            }
        }
    }

    private Optional<RegisteredObject> parent(
            ComponentKey field, Map<ComponentKey, OwnComponent> identified, Set<ComponentKey> lower) {
        var key = new ComponentKey(ComponentKind.OBJECT, field.object());
        if (lower.contains(key)) {
            return Optional.of(standard(key.name()).orElseGet(() -> add(key.name(), true)));
        }
        return Optional.ofNullable(identified.get(key))
                .map(OwnComponent::identity)
                .map(Integer::valueOf)
                .map(objects::get);
    }

    private Optional<RegisteredObject> standard(String name) {
        return objects.values().stream()
                .filter(object -> object.standard() && object.name().equals(name))
                .findFirst();
    }

    private RegisteredObject add(String name, boolean standard) {
        var object = new RegisteredObject(numbers.getAsInt(), name, standard, standard ? null : cell, 1);
        objects.put(object.id(), object);
        changed.add(object.id());
        if (!standard) {
            fresh.add(object.id());
        }
        return object;
    }

    private String nextField(RegisteredObject object) {
        objects.put(object.id(), object.withField());
        changed.add(object.id());
        return "a" + object.nextField();
    }
}
