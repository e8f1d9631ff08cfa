package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.Field;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.metadata.StandardObject;
import io.qudao.record.RecordProblem;
import io.qudao.record.internal.Listeners.Audience;
import io.qudao.record.internal.row.OwnRights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Determines what has to be done when a module writes records of a standard object, so that most writes cost nothing
 * extra.
 */
@Component
class Attention {
    private final Metadata metadata;
    private final Listeners listeners;
    private final Map<String, Set<String>> kept;

    Attention(Metadata metadata, Listeners listeners, List<StandardObject> objects) {
        this.metadata = metadata;
        this.listeners = listeners;
        this.kept = objects.stream()
                .collect(Collectors.toMap(
                        StandardObject::name,
                        object -> object.fields().stream()
                                .filter(Field::required)
                                .map(Field::name)
                                .collect(Collectors.toSet())));
    }

    /**
     * What has to be done for an object.
     *
     * @param hasRequired whether the tenant requires one of its own fields
     * @param demanding whether the tenant requires a standard field that the module itself does not
     */
    record Look(
            ReleaseView release,
            ObjectType type,
            boolean hasOwn,
            boolean hasRequired,
            boolean demanding,
            Audience audience) {
        boolean hasRules() {
            return !release.rules(type.name()).isEmpty();
        }

        /** Returns whether new rows have to be read. */
        boolean readsNew() {
            return hasOwn || demanding || hasRules() || audience.wantsValues();
        }

        /** Returns whether changed rows have to be read if the module gives no own fields. */
        boolean readsChanged() {
            return demanding || hasRules() || audience.wantsValues();
        }
    }

    Look at(String object) {
        var release = metadata.current();
        var type = release.object(object).orElseThrow(() -> new ProblemException(RecordProblem.UNKNOWN_OBJECT, object));
        boolean own = false;
        boolean required = false;
        boolean demanding = false;
        for (Field field : type.fields()) {
            if (OwnRights.isOwn(field)) {
                own = true;
                required |= field.required();
            } else {
                demanding |= isDemanded(object, field);
            }
        }
        return new Look(release, type, own, required, demanding, listeners.of(release, type));
    }

    /** Returns whether the tenant requires a field of a standard object that the module itself does not. */
    boolean isDemanded(String object, Field field) {
        return field.required() && !kept.getOrDefault(object, Set.of()).contains(field.name());
    }
}
