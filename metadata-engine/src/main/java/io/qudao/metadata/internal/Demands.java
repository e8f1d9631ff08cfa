package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.Plan.Asked;
import io.qudao.metadata.Plan.Demand;
import io.qudao.metadata.internal.check.Differences;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the requirements on existing values that a state has and the state before it has not. */
final class Demands {
    private final ComponentCatalog base;
    private final ComponentCatalog next;
    private final Map<ComponentKey, ComponentKey> renamed;
    private final List<Demand> demands = new ArrayList<>();

    private Demands(ComponentCatalog base, ComponentCatalog next) {
        this.base = base;
        this.next = next;
        this.renamed = Differences.renamed(base, next);
    }

    static List<Demand> between(ComponentCatalog base, ComponentCatalog next) {
        var found = new Demands(base, next);
        next.of(ComponentKind.FIELD).forEach(found::add);
        return found.demands;
    }

    private void add(MergedComponent entry) {
        var object = new ComponentKey(ComponentKind.OBJECT, entry.key().object());
        var published = renamed.getOrDefault(object, object);
        if (!isSame(base.find(published), next.find(object))) {
            return;
        }
        var former = renamed.getOrDefault(
                entry.key(),
                ComponentKey.part(
                        ComponentKind.FIELD, published.name(), entry.key().local()));
        var before = base.find(former).filter(was -> isSame(Optional.of(was), Optional.of(entry)));
        new OfOne(entry.key(), published.name(), before.isPresent() ? former.local() : null)
                .compare(before.map(was -> was.as(OfField.class)).orElse(null), entry.as(OfField.class));
    }

    private static boolean isSame(Optional<MergedComponent> before, Optional<MergedComponent> after) {
        return before.isPresent()
                && after.isPresent()
                && Objects.equals(before.get().identity(), after.get().identity());
    }

    /** Compares one field; {@code before} is null for a new field. */
    private final class OfOne {
        private final ComponentKey key;
        private final String object;
        private final @Nullable String field;

        OfOne(ComponentKey key, String object, @Nullable String field) {
            this.key = key;
            this.object = object;
            this.field = field;
        }

        void compare(@Nullable OfField before, OfField after) {
            add(Asked.UNIQUE, after.unique() && (before == null || !before.unique()));
            add(Asked.REQUIRED, after.required() && (before == null || !before.required()));
            add(Asked.FILTERABLE, after.filterable() && (before == null || !before.filterable()));
            add(Asked.SEARCHABLE, after.searchable() && (before == null || !before.searchable()));
            if (before != null) {
                compareForms(before, after);
            }
        }

        private void compareForms(OfField before, OfField after) {
            if (before.type() != after.type() || !Objects.equals(before.target(), after.target())) {
                add(Asked.TYPE, true);
                return;
            }
            var kept = next.options(after).stream().map(Option::value).collect(Collectors.toSet());
            var lost = base.options(before).stream()
                    .map(Option::value)
                    .filter(value -> !kept.contains(value))
                    .toList();
            if (!lost.isEmpty()) {
                demands.add(new Demand(key, object, field, Asked.OPTIONS, lost, 0));
            }
            limit(Asked.LENGTH, before.length(), after.length());
            limit(Asked.PRECISION, digits(before), digits(after));
        }

        private static int digits(OfField field) {
            return field.precision() - field.digitsBehindPoint();
        }

        private void limit(Asked asked, int before, int after) {
            if (after < before) {
                demands.add(new Demand(key, object, field, asked, List.of(), after));
            }
        }

        private void add(Asked asked, boolean isNew) {
            if (isNew) {
                demands.add(new Demand(key, object, field, asked, List.of(), 0));
            }
        }
    }
}
