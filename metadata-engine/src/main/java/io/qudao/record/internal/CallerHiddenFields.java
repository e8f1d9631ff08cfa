package io.qudao.record.internal;

import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.record.HiddenFields;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.OwnRights;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes what is hidden from the same rights as the records API does. */
@Component
class CallerHiddenFields implements HiddenFields {
    private final Metadata metadata;
    private final CallerObjects objects;

    CallerHiddenFields(Metadata metadata, CallerObjects objects) {
        this.metadata = metadata;
        this.objects = objects;
    }

    @Override
    public Set<String> of(String object) {
        return metadata.current()
                .object(object)
                .map(type -> hidden(type, object))
                .orElse(Set.of());
    }

    @Override
    public Kept kept(String object) {
        var kept = new HashSet<>(of(object));
        if (metadata.current().object(object).isPresent()) {
            var rights = objects.allRows(object, Verb.UPDATE).rights();
            kept.addAll(rights.update() ? rights.readOnly() : Set.of());
        }
        return new Kept(kept);
    }

    private Set<String> hidden(ObjectType type, String object) {
        var rights = objects.allRows(object, Verb.READ).rights();
        if (!rights.read() || rights.hidden().isEmpty()) {
            return Set.of();
        }
        return rights.hidden().stream()
                .filter(name -> type.field(name)
                        .filter(field -> !OwnRights.isOwn(field))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
