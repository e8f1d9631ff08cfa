package io.qudao.ui.builder;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.ui.component.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The display names of components: their labels in the draft, or in the release if the draft removes them. */
final class ComponentNames {
    private final DraftObjects draft;
    private final ReleaseView release;

    ComponentNames(DraftObjects draft, ReleaseView release) {
        this.draft = draft;
        this.release = release;
    }

    String object(String name) {
        return draft.object(name)
                .map(DraftObjects.DraftObject::label)
                .or(() -> release.object(name).map(ObjectType::label))
                .map(ComponentNames::text)
                .orElse(name);
    }

    /** Returns the name for an object's records. */
    String records(String object) {
        return draft.object(object)
                .map(DraftObjects.DraftObject::plural)
                .map(ComponentNames::text)
                .orElse(object);
    }

    String of(ComponentKey key) {
        var object = key.object();
        if (object.isEmpty()) {
            return draft.label(key).map(ComponentNames::text).orElse(key.name());
        }
        return switch (key.kind()) {
            case OBJECT, LAYOUT -> object(object);
            case FIELD -> part(object, draft.label(key).or(() -> published(key)).orElse(null), key);
            case LIST_VIEW -> part(object, draft.label(key).or(() -> list(key)).orElse(null), key);
            case VALUE_SET, VALIDATION_RULE, APPROVAL_PROCESS, PERMISSION_SET ->
                part(object, draft.label(key).orElse(null), key);
        };
    }

    /** Returns what the path of a violation, such as {@code field/visit.score/length}, refers to. */
    String at(String path) {
        var parts = path.split("/", 3);
        if (parts.length < 2) {
            return path;
        }
        for (var kind : ComponentKind.values()) {
            if (kind.code().equals(parts[0])) {
                return Texts.of("build.part", Texts.of("build.kind." + parts[0]), of(new ComponentKey(kind, parts[1])));
            }
        }
        return path;
    }

    /** What a field alone is called, where it is known. */
    Optional<String> field(ComponentKey key) {
        return draft.label(key).or(() -> published(key)).map(ComponentNames::text);
    }

    private Optional<Label> published(ComponentKey key) {
        return release.object(key.object())
                .flatMap(type -> type.field(key.local()))
                .map(Field::label);
    }

    private Optional<Label> list(ComponentKey key) {
        return release.object(key.object()).stream()
                .flatMap(type -> release.listViews(type.name()).stream())
                .filter(view -> view.name().equals(key.local()))
                .map(ListView::label)
                .findFirst();
    }

    private String part(String object, @Nullable Label label, ComponentKey key) {
        return Texts.of("build.part", object(object), label == null ? key.local() : text(label));
    }

    private static String text(Label label) {
        return label.in(Texts.locale());
    }
}
